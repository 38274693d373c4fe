// The shape of the entries of `tests`.
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {

TEST_CASE("check tests section: tests") {
  CHECK(findings(R"(tests:
  - {name: T, on: 2020-01-01, with: {item: x, tpp: [1, 2]}, expect: {verdict: clear}}
  - {name: T, on: 2020-01, known: 03/04/2025, with: [a], expect: clear}
  - T
  - {on: 2020-01-01, wiht: {}}
)") == Lines{"IF208 5:19-5:26 `2020-01` may be one of several days; a question names one",
             "help: write a day, such as `2020-01-01`",
             "IF203 5:35-5:45 `03/04/2025` can be read as `2025-03-04` and as `2025-04-03`",
             "help: write `2025-03-04` or `2025-04-03`", "IF102 5:53-5:56 `with` takes a map, not a list",
             "IF102 5:66-5:71 `expect` takes a map, not text", "IF102 6:5-6:6 a test is told by a map, not by text",
             "IF104 7:6-7:8 a test needs `expect`", "IF104 7:6-7:8 a test needs `name`",
             "IF103 7:22-7:26 a test has no key `wiht`", "help: did you mean `with`?"});
}

}  // namespace inforce::test
