#include "tools/inforce/test_reports.h"

#include <charconv>
#include <ostream>

#include "engine/model/rulebook.h"
#include "tools/inforce/test_paths.h"

namespace inforce::cli {

namespace {

std::optional<unsigned> number_in(const std::string& text) {
  unsigned number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

bool is_kind(const std::string& word) {
  for (std::size_t i = 0; i < query::shift_kind_count; ++i) {
    if (query::word_of(static_cast<query::ShiftKind>(i)) == word) return true;
  }
  return false;
}

/// `limit` of the shifts, from the first on at equal distances.
std::vector<query::Shift> spread(std::vector<query::Shift> shifts, std::size_t limit) {
  if (limit == 0 || shifts.size() <= limit) return shifts;
  std::vector<query::Shift> some;
  for (std::size_t i = 0; i < limit; ++i) some.push_back(std::move(shifts[i * shifts.size() / limit]));
  return some;
}

std::vector<query::Shift> shifts_wanted(const model::Rulebook& rules, const std::set<std::string>& wanted,
                                        const ShiftChoice& choice, const Environment& environment) {
  auto shifts = query::shifts_of(rules);
  std::erase_if(shifts, [&](const query::Shift& shift) {
    const bool is_chosen = choice.kinds.empty() || choice.kinds.count(std::string(query::word_of(shift.kind))) != 0;
    return !is_chosen || wanted.count(plain_path(environment, rules.texts.path(shift.span.file))) == 0;
  });
  return shifts;
}

}  // namespace

Floor floor_of(const Arguments& arguments, std::string_view option) {
  if (!arguments.has(option)) return {};
  const auto percent = number_in(arguments.one(option));
  if (!percent || *percent > 100) return {std::nullopt, false};
  return {percent, true};
}

ShiftChoice shift_choice(const Arguments& arguments) {
  ShiftChoice choice;
  if (arguments.has("--mutate-limit")) {
    const auto limit = number_in(arguments.one("--mutate-limit"));
    if (!limit || *limit == 0) choice.wrong = "`--mutate-limit` is `" + arguments.one("--mutate-limit") + "`";
    choice.limit = limit.value_or(0);
  }
  for (const auto& kind : arguments.all("--mutate-kind")) {
    if (!is_kind(kind)) choice.wrong = "`--mutate-kind` is `" + kind + "`";
    choice.kinds.insert(kind);
  }
  return choice;
}

std::vector<FileOfExamples> run_examples(const Timeline& timeline, const std::set<std::string>& wanted,
                                         const Environment& environment) {
  const auto& rules = timeline.rulebook().model();
  std::vector<FileOfExamples> files;
  for (const auto& example : rules.examples) {
    const std::string path(rules.texts.path(example.span.file));
    if (wanted.count(plain_path(environment, path)) == 0) continue;
    if (files.empty() || files.back().path != path) files.push_back({path, {}});
    files.back().results.push_back(query::run_example(timeline, example));
  }
  return files;
}

Covered cover(const Timeline& timeline, const std::vector<FileOfExamples>& files, const std::set<std::string>& wanted,
              const Environment& environment) {
  const auto& rules = timeline.rulebook().model();
  std::vector<const model::Example*> examples;
  for (const auto& file : files) {
    for (const auto& result : file.results) examples.push_back(result.example);
  }
  std::vector<std::string> paths;
  for (std::uint32_t i = 0; i < rules.texts.size(); ++i) {
    const std::string path(rules.texts.path({i}));
    if (wanted.count(plain_path(environment, path)) != 0) paths.push_back(path);
  }
  const auto coverage = query::coverage_of(timeline, examples);
  return {coverage_report(coverage, rules, paths, examples.size()), coverage_lcov(coverage, rules, paths)};
}

MutationReport mutate(const Timeline& timeline, const std::set<std::string>& wanted, const ShiftChoice& choice,
                      const Arguments& arguments, Environment& environment) {
  const auto& rules = timeline.rulebook().model();
  auto shifts = shifts_wanted(rules, wanted, choice, environment);
  const auto all = shifts.size();
  shifts = spread(std::move(shifts), choice.limit);
  std::vector<const model::Example*> examples;
  for (const auto& example : rules.examples) examples.push_back(&example);
  const bool tells = environment.err_is_terminal && !arguments.has("--quiet");
  const auto progress = [&](std::size_t done, std::size_t of) {
    if (tells) environment.err << "\r" << done << " of " << of << " shifts" << (done == of ? "\n" : "") << std::flush;
  };
  MutationReport report;
  report.left_out = all - shifts.size();
  report.results = query::try_shifts(timeline, shifts, examples, progress);
  return report;
}

}  // namespace inforce::cli
