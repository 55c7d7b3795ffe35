# SPDX-FileCopyrightText: 2026 The Limier authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Fails if a translation is unfinished, or if lupdate would change a file: run with -P and
# SOURCE_DIR, WORK_DIR, LUPDATE, OPTIONS. All of core and app is read, also what no target translates yet.
separate_arguments(OPTIONS UNIX_COMMAND "${OPTIONS}")
file(MAKE_DIRECTORY ${WORK_DIR})
foreach(language fr en)
    set(committed ${SOURCE_DIR}/translations/limier_${language}.ts)
    set(updated ${WORK_DIR}/limier_${language}.ts)
    configure_file(${committed} ${updated} COPYONLY)
    # The sources are English: only the plurals need a translation.
    set(plurals)
    if(language STREQUAL "en")
        set(plurals -pluralonly)
    endif()
    execute_process(
        COMMAND ${LUPDATE} ${OPTIONS} ${plurals} -silent -extensions cpp,h core app -ts ${updated}
        WORKING_DIRECTORY ${SOURCE_DIR}
        COMMAND_ERROR_IS_FATAL ANY)
    file(READ ${committed} before)
    file(READ ${updated} after)
    if(NOT before STREQUAL after)
        message(SEND_ERROR "${committed} is out of date: build the target update_translations and translate.")
    endif()
    if(before MATCHES "type=\"(unfinished|vanished|obsolete)\"|<translation></translation>|<numerusform></numerusform>")
        message(SEND_ERROR "${committed} has unfinished translations.")
    endif()
endforeach()
