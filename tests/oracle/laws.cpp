#include "tests/oracle/laws.h"

#include "tests/oracle/generator.h"
#include "tests/support/catch.h"

namespace oracle {

using std::chrono::seconds;

inforce::WhenAnswer when_of(const inforce::Timeline& timeline, const std::string& id, const Knowledge& knowledge) {
  const auto answer = ask_when(timeline, id, knowledge);
  INFO(error_of(answer));
  REQUIRE(answer);
  return std::get<inforce::WhenAnswer>(answer->content);
}

inforce::OnAnswer on_of(const inforce::Timeline& timeline, const inforce::When& on, const Knowledge& knowledge,
                        const Facts& facts, bool all) {
  const auto answer = ask_on(timeline, on, knowledge, facts, all);
  INFO(error_of(answer));
  REQUIRE(answer);
  return std::get<inforce::OnAnswer>(answer->content);
}

std::vector<inforce::Finding> rows_of(const inforce::OnAnswer& answer) {
  std::vector<inforce::Finding> rows = answer.restrictions;
  rows.insert(rows.end(), answer.authorizations.begin(), answer.authorizations.end());
  return rows;
}

void each_story(const std::function<void(const Story&, const inforce::Timeline&)>& check) {
  constexpr std::uint64_t first_seed = 5000, stories = 120;
  int read_stories = 0;
  for (std::uint64_t seed = first_seed; seed < first_seed + stories; ++seed) {
    const Story story = generate(seed);
    const Engine engine = read({{"story.yaml", to_yaml(story)}});
    if (!engine.timeline) continue;
    ++read_stories;
    INFO("seed " << seed << "\n" << to_yaml(story));
    check(story, *engine.timeline);
  }
  CHECK(read_stories > static_cast<int>(stories) / 2);
}

std::vector<Moment> edges(const inforce::WhenAnswer& answer) {
  std::vector<Moment> all;
  for (const inforce::Interval& interval : answer.intervals)
    for (const auto& bound : {interval.from, interval.before})
      if (bound)
        for (const int step : {-1, 0, 1}) all.push_back(bound->moment + seconds{step});
  return all;
}

}  // namespace oracle
