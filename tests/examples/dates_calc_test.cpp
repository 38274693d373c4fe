// CatalaLang/dates-calc: month-end arithmetic with rounding up and down.
#include <regex>

#include "tests/examples/examples.h"

namespace inforce::test {
namespace {

struct Computation {
  std::string expression;
  std::string expected;
};

// `[1 years, 2 months, 10 days]` as additions, months rounded as told.
std::string additions(const std::string& period, const std::string& rounding) {
  static const std::regex form{R"(\[(\d+) years, (\d+) months, (\d+) days\])"};
  std::smatch parts;
  REQUIRE(std::regex_match(period, parts, form));
  std::string text;
  if (parts[1] != "0") text += " + " + parts[1].str() + " years" + rounding;
  if (parts[2] != "0") text += " + " + parts[2].str() + " months" + rounding;
  if (parts[3] != "0") text += " + " + parts[3].str() + " days";
  return text;
}

std::vector<Computation> computations(const std::filesystem::path& folder) {
  std::vector<Computation> all;
  for (const std::string& line : lines_of(folder / "exact_computations.csv", 1)) {
    const auto fields = fields_of(line, ';');
    all.push_back({fields.at(0) + additions(fields.at(1), ""), fields.at(2)});
  }
  for (const std::string& line : lines_of(folder / "ambiguous_computations.csv", 1)) {
    const auto fields = fields_of(line, ';');
    all.push_back({fields.at(0) + additions(fields.at(1), " (round up)"), fields.at(2)});
    all.push_back({fields.at(0) + additions(fields.at(1), " (round down)"), fields.at(3)});
  }
  return all;
}

TEST_CASE("dates-calc: additions of months and years") {
  const auto folder = example("dates-calc");
  if (!folder) return;
  const std::vector<Computation> all = computations(*folder);
  std::vector<std::string> expressions;
  for (const Computation& each : all) expressions.push_back(each.expression);
  const std::vector<std::string> days = days_of(expressions, "us-federal");
  std::size_t passed = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    INFO(all[i].expression);
    CHECK(days[i] == all[i].expected);
    passed += days[i] == all[i].expected;
  }
  print_count("dates-calc", passed, all.size());
}

TEST_CASE("dates-calc: ambiguous additions are refused without a rounding") {
  const auto folder = example("dates-calc");
  if (!folder) return;
  for (const std::string& line : lines_of(*folder / "ambiguous_computations.csv", 1)) {
    const auto fields = fields_of(line, ';');
    const int months = fields.at(1).find("[0 years") == 0 ? std::stoi(fields.at(1).substr(10))
                                                          : 12 * std::stoi(fields.at(1).substr(1));
    INFO(line);
    CHECK_FALSE(calendar::add_months(*calendar::read_day(fields.at(0)), months, calendar::Rounding::refuse));
  }
}

TEST_CASE("dates-calc: first and last days of months") {
  const auto folder = example("dates-calc");
  if (!folder) return;
  for (const std::string& line : lines_of(*folder / "first_last_day_of_month.csv", 1)) {
    const auto fields = fields_of(line, ';');
    const calendar::YearMonthDay parts = calendar::parts_of(*calendar::read_day(fields.at(0)));
    CHECK(to_string(*calendar::make_day(parts.year, parts.month, 1)) == fields.at(1));
    CHECK(calendar::days_in_month(parts.year, parts.month) ==
          calendar::parts_of(*calendar::read_day(fields.at(2))).day);
  }
}

}  // namespace
}  // namespace inforce::test
