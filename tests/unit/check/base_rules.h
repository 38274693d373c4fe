// A rule set in which every kind of record exists, and what is found in a file that is added to it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "inforce/rulebook.h"
#include "tests/support/expect.h"

namespace inforce::test {

using Lines = std::vector<std::string>;

inline const char* base_rules() {
  return R"(inforce: 1
defaults: {time_zone: UTC}
authorities: {agency: {name: The agency, jurisdiction: US}}
sources: {s: {title: A notice, publisher: The agency, kind: gazette}}
vocabulary:
  item: {type: code}
  end_user: {type: code}
  tpp: {type: number}
  urgent: {type: flag}
  review: {type: date}
groups: {list: {title: The list, attribute: end_user}}
restrictions:
  whole: {title: An article, kind: prohibition}
  part: {title: A paragraph, kind: prohibition, part_of: whole}
  m: {title: Measure, kind: licence-requirement}
authorizations:
  leave: {title: Leave, releases: [m]}
calendars:
  cal: {range: [2000, 2030], weekend: [Sat, Sun]}
events:
  - id: base
    title: All begins
    date: 2020-01-01
    published: 2020-01-02
    sources: [s]
    effects:
      - impose: whole
      - impose: m
      - impose: leave
      - enlist: list
        members: [acme]
)";
}

/// The findings as `IF103 4:34-4:38 message`, each followed by `help: …` and `there: 4:1-4:2 words` where it has them.
inline Lines described(const Sources& sources, std::span<const Diagnostic> found) {
  Lines lines;
  for (const Diagnostic& one : found) {
    lines.push_back(brief(sources, one));
    if (!one.help.empty()) lines.push_back("help: " + one.help);
    for (const Label& label : one.related) lines.push_back("there: " + place(sources, label.span) + " " + label.words);
  }
  return lines;
}

/// What is found in these files together.
inline Lines findings_in(std::vector<std::pair<std::string, std::string>> files) {
  Sources sources;
  const std::vector<std::string> roots{"."};
  const auto rules = load(*memory_files(std::move(files)), roots, sources);
  return described(sources, rules.diagnostics());
}

/// What is found when a whole file stands beside the base rules.
inline Lines findings_of_file(const std::string& text) {
  return findings_in({{"a-base.yaml", base_rules()}, {"t.yaml", text}});
}

/// What is found when these records stand beside the base rules; they begin on line 3.
inline Lines findings(const std::string& records) {
  return findings_of_file("inforce: 1\ndefaults: {time_zone: UTC}\n" + records);
}

}  // namespace inforce::test
