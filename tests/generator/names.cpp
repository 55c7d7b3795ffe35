// SPDX-FileCopyrightText: 2026 The Limier authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "names.h"

#include <array>

namespace limier::generator
{

namespace
{

constexpr auto FirstNames = std::to_array<std::string_view>(
    {"adele",    "agathe",   "alain",   "albert",   "alice",    "amelie",  "andre",    "anne",    "antoine",
     "arnaud",   "arthur",   "aurelie", "baptiste", "benoit",   "bernard", "brigitte", "bruno",   "camille",
     "carla",    "caroline", "cecile",  "celine",   "charles",  "chloe",   "claire",   "claude",  "clement",
     "daniel",   "david",    "denis",   "didier",   "eleonore", "elise",   "emilie",   "emma",    "eric",
     "estelle",  "etienne",  "eva",     "fabien",   "fanny",    "florent", "francois", "gabriel", "gaelle",
     "georges",  "gerard",   "gilles",  "guy",      "helene",   "henri",   "hugo",     "ines",    "irene",
     "isabelle", "jacques",  "jean",    "jeanne",   "jerome",   "julie",   "julien",   "karim",   "laura",
     "laurent",  "lea",      "leila",   "louis",    "lucas",    "lucie",   "manon",    "marc",    "marie",
     "mathieu",  "michel",   "nadia",   "nathalie", "nicolas",  "noemie",  "olivier",  "pascal",  "patrick",
     "paul",     "philippe", "pierre",  "rachid",   "remi",     "robert",  "sandrine", "simon",   "sophie",
     "stephane", "sylvie",   "thomas",  "valerie",  "vincent",  "yves"});

constexpr auto LastNames = std::to_array<std::string_view>(
    {"adam",    "andre",     "arnaud",     "aubert",   "bailly",    "barbier",     "baron",     "benard",    "berger",
     "bernard", "bertrand",  "besson",     "blanc",    "blanchard", "bonnet",      "boucher",   "bourgeois", "boyer",
     "brun",    "brunet",    "carpentier", "caron",    "charles",   "charpentier", "chevalier", "clement",   "colin",
     "collet",  "cordier",   "cousin",     "da-silva", "daniel",    "david",       "denis",     "deschamps", "dubois",
     "dufour",  "dumas",     "dumont",     "dupont",   "dupuis",    "durand",      "duval",     "etienne",   "fabre",
     "faure",   "fernandez", "fleury",     "fontaine", "fournier",  "francois",    "gaillard",  "garcia",    "garnier",
     "gautier", "gerard",    "girard",     "giraud",   "guerin",    "guichard",    "guillot",   "henry",     "hubert",
     "huet",    "jacquet",   "joly",       "lacroix",  "lambert",   "laurent",     "le-gall",   "leblanc",   "leclerc",
     "lecomte", "lefebvre",  "lefevre",    "legrand",  "lemaire",   "lemoine",     "leroux",    "leroy",     "lopez",
     "lucas",   "maillard",  "marchand",   "marie",    "martin",    "martinez",    "masson",    "mathieu",   "menard",
     "mercier", "meunier",   "meyer",      "michel",   "moreau",    "morel",       "morin",     "moulin",    "muller",
     "nguyen",  "nicolas",   "noel",       "olivier",  "paris",     "perez",       "perrin",    "petit",     "picard",
     "renard",  "rousseau",  "simon",      "vidal"});

constexpr auto TradeWords = std::to_array<std::string_view>(
    {"atelier",    "assurances", "avocats",     "batiment",    "boulangerie", "cabinet",    "chaudronnerie",
     "clinique",   "conseil",    "cooperative", "design",      "edition",     "energie",    "etudes",
     "expertise",  "finance",    "formation",   "garage",      "groupe",      "immobilier", "industrie",
     "ingenierie", "institut",   "jardins",     "laboratoire", "librairie",   "logistique", "maison",
     "mairie",     "medical",    "menuiserie",  "metal",       "musique",     "notaires",   "optique",
     "papeterie",  "pharma",     "plastiques",  "presse",      "reseaux",     "services",   "solutions",
     "techniques", "transports", "travaux",     "verre",       "vins",        "voyages"});

constexpr auto TopLevels = std::to_array<std::string_view>({".example", ".test", ".example"});

} // namespace

PersonName randomPerson(Random &random)
{
    const std::string_view first = random.pick(std::span(FirstNames));
    return {first, random.pick(std::span(LastNames))};
}

std::string randomDomain(Random &random)
{
    std::string name(random.pick(std::span(TradeWords)));
    if (random.chance(0.7)) {
        name += '-';
        name += random.pick(std::span(LastNames));
    }
    if (random.chance(0.25)) {
        name += std::to_string(random.between(2, 99));
    }
    return name.append(random.pick(std::span(TopLevels)));
}

std::string randomToken(Random &random, std::size_t length)
{
    constexpr std::string_view Characters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::string token(length, ' ');
    for (char &c : token) {
        c = Characters[random.below(static_cast<std::uint32_t>(Characters.size()))];
    }
    return token;
}

} // namespace limier::generator
