// Generated rule sets and questions, answered by the engine and by the reference evaluator (S28).
// INFORCE_ORACLE_STORIES and INFORCE_ORACLE_SEED ask for more stories, or for others. An optimized build tells more.
#include <cstdlib>
#include <string>

#include "tests/oracle/generator.h"
#include "tests/oracle/shrinker.h"
#include "tests/support/catch.h"

namespace {

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

}  // namespace

TEST_CASE("oracle: the engine and the reference evaluator agree on generated stories") {
  const std::uint64_t seed = number_from("INFORCE_ORACLE_SEED", 1);
#ifdef NDEBUG
  constexpr std::uint64_t otherwise = 1200;
#else
  constexpr std::uint64_t otherwise = 100;
#endif
  const std::uint64_t count = number_from("INFORCE_ORACLE_STORIES", otherwise);
  int refused = 0, inexact = 0;
  for (std::uint64_t i = seed; i < seed + count; ++i) {
    const oracle::Story story = oracle::generate(i);
    refused += oracle::refusal(story).empty() ? 0 : 1;
    inexact += oracle::completions(story) > 1 ? 1 : 0;
    const auto found = oracle::disagreement(story);
    if (!found) continue;
    const oracle::Story small = oracle::shrink(story, *found);
    const auto still = oracle::disagreement(small);
    FAIL_CHECK("seed " << i << "\n" << oracle::report(small, still ? *still : *found));
  }
  if (count >= 100) {  // else the stories prove little
    CHECK(refused > 0);
    CHECK(inexact > static_cast<int>(count / 3));
  }
}
