#include "window/pages.h"
