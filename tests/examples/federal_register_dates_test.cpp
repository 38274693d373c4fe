// Dates of Federal Register documents: periods that agencies counted, and the days on which the Register appeared.
#include <set>

#include <nlohmann/json.hpp>

#include "tests/examples/examples.h"

namespace inforce::test {
namespace {

using nlohmann::json;

std::vector<json> records(const std::filesystem::path& path) {
  std::vector<json> all;
  for (const std::string& line : lines_of(path)) all.push_back(json::parse(line));
  return all;
}

TEST_CASE("federal register: dates that agencies state") {
  const auto path = example("federal-register/relative-date-cases.jsonl");
  if (!path) return;
  const std::vector<json> cases = records(*path);
  std::vector<std::string> expressions;
  for (const json& one : cases) {
    const std::string unit = one.at("unit") == "business" ? " business days" : " days";
    const bool rolled = one.at("class") == "rolled-to-next-business-day";
    expressions.push_back(one.at("base").get<std::string>() + " + " + std::to_string(one.at("n").get<int>()) + unit +
                          (rolled ? ", next business day" : ""));
  }
  const std::vector<std::string> days = days_of(expressions, "us-federal");
  std::size_t passed = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(expressions[i] << ", " << cases[i].at("doc"));
    CHECK(days[i] == cases[i].at("stated").get<std::string>());
    passed += days[i] == cases[i].at("stated").get<std::string>();
  }
  print_count("federal-register/relative-date-cases", passed, cases.size());
}

TEST_CASE("federal register: days after publication") {
  const auto path = example("federal-register/n-days-after-publication.jsonl");
  if (!path) return;
  const std::vector<json> cases = records(*path);
  std::vector<std::string> rolled;
  std::vector<std::string> plain;
  for (const json& one : cases) {
    plain.push_back(one.at("published").get<std::string>() + " + " + std::to_string(one.at("n").get<int>()) + " days");
    rolled.push_back(plain.back() + ", next business day");
  }
  const std::vector<std::string> rolled_days = days_of(rolled, "us-federal");
  const std::vector<std::string> plain_days = days_of(plain, "us-federal");
  std::size_t passed = 0;
  std::size_t explained = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(rolled[i] << ", " << cases[i].at("id"));
    CHECK(plain_days[i] == cases[i].at("if_not_rolled").get<std::string>());
    CHECK(rolled_days[i] == cases[i].at("if_rolled").get<std::string>());
    passed += rolled_days[i] == cases[i].at("if_rolled").get<std::string>();
    if (cases[i].at("class") == "not explained by rolling") continue;
    CHECK(rolled_days[i] == cases[i].at("effective").get<std::string>());
    ++explained;
  }
  print_count("federal-register/n-days-after-publication", passed, cases.size());
  print_count("federal-register/n-days-after-publication, effective by this rule", explained, cases.size());
}

TEST_CASE("federal register: it appears on business days and on all of them") {
  const auto path = example("federal-register/fr-publication-days-2022.csv");
  if (!path) return;
  const calendar::BusinessCalendar& calendar = corpus_calendar("us-federal");
  std::set<Date> published;
  for (const std::string& line : lines_of(*path, 1)) published.insert(*calendar::read_day(line.substr(0, 10)));
  std::size_t fitting = 0;
  for (Date day = *calendar::read_day("2022-01-01"); day <= *calendar::read_day("2022-12-31");
       day += std::chrono::days{1}) {
    const bool appeared = published.contains(day);
    const auto business = calendar.is_business_day(day);
    INFO(to_string(day) << " " << calendar.holiday_name(day));
    REQUIRE(business);
    CHECK(*business == appeared);
    fitting += appeared && *business;
  }
  print_count("federal-register/fr-publication-days-2022", fitting, published.size());
}

}  // namespace
}  // namespace inforce::test
