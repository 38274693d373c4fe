// The words that some values are, with what each of them means.
#pragma once

#include "engine/check/fields.h"

namespace inforce::check {

constexpr Word source_kinds[] = {{"gazette", "An official gazette, in which law is printed."},
                                 {"regulation", "The text of a law or regulation."},
                                 {"official", "Another paper of an authority: a press release, a notice, a bill."},
                                 {"filing", "What a company filed with an authority."},
                                 {"press", "A report of the press, or of anyone else."}};

constexpr Word attribute_types[] = {{"code", "Text such as 3E001, NO or 010121; `under` asks for the codes below one."},
                                    {"country", "A country by its two capital letters."},
                                    {"text", "Any other text."},
                                    {"number", "A number; its unit under `unit`."},
                                    {"date", "A day."},
                                    {"flag", "`true` or `false`."}};

constexpr Word restriction_kinds[] = {{"prohibition", "Binding: it must not be done."},
                                      {"licence-requirement", "Binding: it needs a licence."},
                                      {"condition", "Binding: it must be done in a certain way."},
                                      {"notification", "Binding: it must be told to the authority."},
                                      {"guidance", "Advisory: what an authority advises."},
                                      {"inquiry", "Advisory: what an authority asks or looks into."},
                                      {"commercial", "Context: what a company does of its own accord."},
                                      {"proposal", "Context: what is proposed and no law yet."}};

constexpr Word evidence_words[] = {{"official", "An authority, or the one concerned, says so."},
                                   {"reported", "It is reported, and no official text was seen."},
                                   {"proposed", "It is proposed; it counts only where it is assumed."}};

constexpr Word example_evidence[] = {{"official", "Without what rests on reports alone."}};

constexpr Word verdicts[] = {
    {"clear", "Covered, and nothing restricts the case."},
    {"notify", "A notification is due."},
    {"conditional", "Allowed on conditions."},
    {"licence-required", "A licence is needed."},
    {"prohibited", "It must not be done."},
    {"undetermined", "A fact or a date that is not known decides."},
    {"not-covered", "Nothing restricts the case, as far as the rules go, and none of them covers it."}};

constexpr Word possible_verdicts[] = {{"none", "No more severe verdict is possible."},
                                      {"notify", "A notification may be due."},
                                      {"conditional", "There may be conditions."},
                                      {"licence-required", "A licence may be needed."},
                                      {"prohibited", "It may be prohibited."}};

constexpr Word interval_states[] = {{"in-force", "It binds."},
                                    {"grace", "In force, and conduct is not judged yet."},
                                    {"suspended", "In a spell, and suspended."},
                                    {"released", "Of a restriction: released by an authorization."}};

constexpr Word reasons[] = {{"corrected", "What was told was wrong."},
                            {"withdrawn", "It was taken back before it acted."},
                            {"annulled", "It was annulled from the start, by a court for instance."}};

constexpr Word extended_things[] = {{"spell", "The running spell of the measure."},
                                    {"suspension", "The running suspension."}};

constexpr Word observances[] = {
    {"none", "It is not moved."},
    {"nearest-weekday", "On the nearest working weekday: Saturday on Friday, Sunday on Monday."},
    {"next-weekday", "On the next working weekday."}};

constexpr Word weekdays[] = {{"Mon"},      {"Tue"},    {"Wed"},      {"Thu"},     {"Fri"},
                             {"Sat"},      {"Sun"},    {"Monday"},   {"Tuesday"}, {"Wednesday"},
                             {"Thursday"}, {"Friday"}, {"Saturday"}, {"Sunday"}};

}  // namespace inforce::check
