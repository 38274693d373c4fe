// Effects: verbs, the keys that go with them, attributes and members.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

TEST_CASE("check effects: no verb") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{policy: denial}]}
)") == Lines{"IF110 4:66-4:72 the effect has no verb",
             "help: one of `impose`, `lift`, `suspend`, `resume`, `extend`, `amend`, `enlist`, `delist`"});
}

TEST_CASE("check effects: misspelt verb") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{imposes: m}]}
)") == Lines{"IF110 4:66-4:73 an effect has no verb `imposes`", "help: did you mean `impose`?"});
}

TEST_CASE("check effects: two verbs") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{impose: m, lift: m}]}
)") == Lines{"IF110 4:77-4:81 an effect has one verb, not `impose` and `lift`", "help: write an effect for each"});
}

TEST_CASE("check effects: effect that is no map") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [m]}
)") == Lines{"IF102 4:65-4:66 an effect is told by a map, not by text", "help: such as `- impose: the-measure`"});
}

TEST_CASE("check effects: keys that do not go with lift") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{lift: m, through: 2020-03-01, compliance: 2020-03-01, what: spell, members: [a], scope: item = x, policy: p}]}
)") == Lines{
           "IF111 4:75-4:82 `through` does not go with `lift`", "IF111 4:96-4:106 `compliance` does not go with `lift`",
           "IF111 4:120-4:124 `what` does not go with `lift`", "IF111 4:133-4:140 `members` does not go with `lift`",
           "IF111 4:147-4:152 `scope` does not go with `lift`", "IF111 4:164-4:170 `policy` does not go with `lift`"});
}

TEST_CASE("check effects: keys that do not go with amend") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{amend: m, before: 2020-03-01, policy: p}]}
)") == Lines{"IF111 4:76-4:82 `before` does not go with `amend`"});
}

TEST_CASE("check effects: keys that do not go with suspend and resume") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{suspend: m, policy: p, before: 2020-03-01}, {resume: m, before: 2020-03-01}]}
)") == Lines{"IF111 4:78-4:84 `policy` does not go with `suspend`",
             "IF111 4:122-4:128 `before` does not go with `resume`"});
}

TEST_CASE("check effects: keys that do not go with enlist") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{enlist: list, members: [a], what: spell, scope: item = x, compliance: 2020-03-01}]}
)") == Lines{"IF111 4:94-4:98 `what` does not go with `enlist`", "IF111 4:107-4:112 `scope` does not go with `enlist`",
             "IF111 4:124-4:134 `compliance` does not go with `enlist`"});
}

TEST_CASE("check effects: two ends") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{impose: m, through: 2020-03-01, before: 2020-03-01}]}
)") == Lines{"IF112 4:98-4:104 an effect has one end, `through` or `before`", "there: 4:77-4:84 the other end"});
}

TEST_CASE("check effects: extend without an end") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{extend: m, what: suspension}]}
)") == Lines{"IF104 4:66-4:72 `extend` needs `through` or `before`"});
}

TEST_CASE("check effects: amend of nothing") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{amend: m}]}
)") == Lines{"IF104 4:66-4:71 `amend` needs something to change",
             "help: give a `scope`, a `compliance` date or an attribute such as `policy`"});
}

TEST_CASE("check effects: enlist without members") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{enlist: list}, {enlist: list, members: []}]}
)") == Lines{"IF104 4:66-4:72 `enlist` needs `members`", "IF105 4:105-4:107 `members` names nobody"});
}

TEST_CASE("check effects: members of other shapes") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{enlist: list, members: [[a], {names: [A]}]}, {delist: list, members: [{id: acme}]}]}
)") == Lines{"IF102 4:90-4:93 a member is told by its id, not by a list", "IF104 4:95-4:107 a member needs `id`",
             "IF102 4:136-4:146 a member is told by its id, not by a map"});
}

TEST_CASE("check effects: ids of members are values of the attribute") {
  const std::string help =
      "help: it is made of letters and digits, with `.`, `-`, `_` or `:` within; give other spellings under `names`";
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{enlist: list, members: [Acme Ltd, {id: -b}, CN, {id: "D:5"}]}]}
)") == Lines{"IF107 4:90-4:98 `Acme Ltd` is not well formed as the id of a member", help,
             "IF107 4:105-4:107 `-b` is not well formed as the id of a member", help});
}

TEST_CASE("check effects: unknown keys of effects and members") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{impose: m, trough: 2020-03-01}, {impose: m, colour: red}, {enlist: list, members: [{id: a, nmaes: [A]}]}]}
)") == Lines{"IF103 4:77-4:83 an effect has no key `trough`", "help: did you mean `through`?",
             "IF103 4:110-4:116 an effect has no key `colour`",
             "help: declare `colour` in `vocabulary`, or name a private key `x-…`",
             "IF103 4:157-4:162 a member has no key `nmaes`", "help: did you mean `names`?"});
}

TEST_CASE("check effects: attributes by type") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{impose: m, tpp: many}, {impose: m, tpp: inf}, {impose: m, urgent: yes}, {impose: m, review: 2020-02}, {impose: m, policy: [a]}]}
)") == Lines{"IF108 4:82-4:86 `many` is not a number, as `tpp` takes",
             "IF108 4:106-4:109 `inf` is not a number, as `tpp` takes",
             "IF109 4:132-4:135 `urgent` is `true` or `false`, not `yes`",
             "IF208 4:158-4:165 one exact day is needed here, not `2020-02`",
             "IF102 4:188-4:191 `policy` takes text, not a list"});
}

TEST_CASE("check effects: bad words") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{extend: m, through: 2020-03-01, what: spel}]}
)") == Lines{"IF106 4:104-4:108 `spel` is not a word for `what`", "help: did you mean `spell`?"});
}

TEST_CASE("check effects: bad dates and scopes") {
  CHECK(findings(R"(events:
  - {id: e, title: E, date: 2020-02-01, sources: [s], effects: [{amend: m, effective: 2020-02-30, scope: item == x}]}
)") == Lines{"IF202 4:87-4:97 there is no day `2020-02-30`: February 2020 has 29 days",
             "help: the last day of that month is `2020-02-29`",
             "IF215 4:111-4:113 expected an operator such as `=` or `in`, saw `==`", "help: write `=`"});
}

}  // namespace inforce::test
