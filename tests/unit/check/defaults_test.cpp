// The head of a file: format version, defaults, time zone.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

TEST_CASE("check defaults: unknown default key") {
  CHECK(findings_of_file(R"(inforce: 1
defaults: {time_zone: UTC, jurisdicton: US}
)") == Lines{"IF103 2:28-2:39 no record has a key `jurisdicton`", "help: did you mean `jurisdiction`?"});
}

TEST_CASE("check defaults: bad value of a default that is not used") {
  CHECK(findings_of_file(R"(inforce: 1
defaults: {time_zone: UTC, jurisdiction: USA, evidence: sure}
)") == Lines{"IF114 2:42-2:45 `USA` is not a jurisdiction", "help: did you mean `US` (United States)?",
             "IF106 2:57-2:61 `sure` is not a word for `evidence`", "help: one of `official`, `reported`, `proposed`"});
}

TEST_CASE("check defaults: default words of either kind") {
  CHECK(findings_of_file(R"(inforce: 1
defaults: {time_zone: UTC, kind: gazette}
sources: {t: {title: T, publisher: P}}
)") == Lines{});
}

TEST_CASE("check defaults: references in defaults") {
  CHECK(findings_of_file(R"(inforce: 1
defaults: {time_zone: UTC, authority: agancy, calendar: call}
)") == Lines{"IF305 2:39-2:45 there is no authority `agancy`", "help: did you mean `agency`?",
             "IF306 2:57-2:61 there is no calendar `call`", "help: did you mean `cal`?"});
}

TEST_CASE("check defaults: no time zone") {
  CHECK(findings_of_file(R"(inforce: 1
restrictions:
  r: {title: R, kind: inquiry}
  a: {title: R, kind: inquiry}
events:
  - {id: e, title: E, date: 2020-01-01, sources: [s], effects: [{impose: r}, {impose: a}]}
)") == Lines{"IF801 3:3-3:4 `r` has no time zone, so its days are those of UTC",
             "help: give `time_zone` under `defaults` of the file"});
}

TEST_CASE("check defaults: version missing") {
  CHECK(findings_of_file(R"(restrictions: {}
)") == Lines{"IF101 1:1-1:1 the file does not say its format version", "help: begin the file with `inforce: 1`"});
}

TEST_CASE("check defaults: version unknown") {
  CHECK(findings_of_file(R"(inforce: 2
)") == Lines{"IF101 1:10-1:11 the format version is `2`", "help: this engine reads `inforce: 1`"});
}

TEST_CASE("check defaults: empty file") {
  CHECK(findings_of_file(R"(# nothing
)") == Lines{"IF101 1:1-1:1 the file does not say its format version", "help: begin the file with `inforce: 1`"});
}

TEST_CASE("check defaults: file that is a list") {
  CHECK(findings_of_file(R"(- inforce
)") == Lines{"IF102 1:1-1:10 a rule file is a map, not a list", "help: begin the file with `inforce: 1`"});
}

}  // namespace inforce::test
