#include <algorithm>
#include <ostream>

#include "engine/model/rulebook.h"
#include "tools/inforce/output.h"
#include "tools/inforce/rules.h"
#include "tools/inforce/test_paths.h"
#include "tools/inforce/test_reports.h"

namespace inforce::cli {

namespace {

/// What was asked for, besides the examples themselves.
struct Wish {
  Floor coverage;
  Floor mutation;
  ShiftChoice shifts;
  bool covers = false;
  bool shows_coverage = false;
  bool mutates = false;
};

Wish wish_of(const Arguments& arguments) {
  Wish wish{floor_of(arguments, "--coverage-min"), floor_of(arguments, "--mutate-min"), shift_choice(arguments)};
  wish.shows_coverage = arguments.has("--coverage") || arguments.has("--coverage-min");
  wish.covers = wish.shows_coverage || arguments.has("--coverage-lcov");
  wish.mutates = arguments.has("--mutate") || arguments.has("--mutate-min");
  return wish;
}

struct Reports {
  std::vector<FileOfExamples> files;
  std::optional<CoverageReport> coverage;
  std::optional<MutationReport> mutation;
};

std::string report_text(const Reports& reports, const Timeline& timeline, const Arguments& arguments,
                        const Environment& environment) {
  const auto style = answer_style(arguments, environment);
  const auto& rules = timeline.rulebook().model();
  if (arguments.one("--format") == "junit") return render_junit::examples_junit(reports.files, rules.texts);
  const auto* coverage = reports.coverage ? &*reports.coverage : nullptr;
  const auto* mutation = reports.mutation ? &*reports.mutation : nullptr;
  if (style.format == Format::json) {
    return render_json::examples_json(reports.files, coverage, mutation, timeline.rulebook());
  }
  const bool quiet = arguments.has("--quiet");
  auto text = render_text::examples_text(reports.files, rules.texts, quiet, style);
  const auto add = [&](const std::string& more) { text += (text.empty() || more.empty() ? "" : "\n") + more; };
  if (coverage != nullptr) add(render_text::coverage_text(*coverage, rules.texts, quiet, style));
  if (mutation != nullptr) add(render_text::mutation_text(*mutation, rules, quiet, style));
  return text;
}

bool any_failed(const std::vector<FileOfExamples>& files) {
  return std::any_of(files.begin(), files.end(), [](const auto& file) { return file.failed() > 0; });
}

/// True where the gate is closed, which is said.
bool is_below(const Floor& floor, unsigned percent, std::string_view what, Environment& environment) {
  if (!floor.percent || percent >= *floor.percent) return false;
  environment.err << what << " is " << percent << " percent, less than " << *floor.percent << "\n";
  return true;
}

int run_and_report(const Timeline& timeline, const std::set<std::string>& wanted, const Wish& wish,
                   const Arguments& arguments, Environment& environment) {
  Reports reports{run_examples(timeline, wanted, environment), {}, {}};
  if (wish.covers) {
    auto covered = cover(timeline, reports.files, wanted, environment);
    if (wish.shows_coverage) reports.coverage = std::move(covered.report);
    const auto path = arguments.one("--coverage-lcov");
    if (!path.empty() && write_file(path, covered.lcov, environment) != answered) return no_answer;
  }
  if (wish.mutates) reports.mutation = mutate(timeline, wanted, wish.shifts, arguments, environment);
  environment.out << report_text(reports, timeline, arguments, environment);
  bool closed = any_failed(reports.files);
  if (reports.coverage) closed |= is_below(wish.coverage, reports.coverage->percent(), "coverage", environment);
  if (reports.mutation) closed |= is_below(wish.mutation, reports.mutation->percent(), "what is noticed", environment);
  return closed ? gate_closed : answered;
}

/// Says what is wrong with the options, and gives the exit status; nothing where nothing is.
std::optional<int> wrong_options(const Wish& wish, const Arguments& arguments, Environment& environment) {
  for (const auto* option : {"--coverage-min", "--mutate-min"}) {
    if (floor_of(arguments, option).ok) continue;
    return wrong_usage("`" + std::string(option) + "` is `" + arguments.one(option) + "`",
                       "it is a whole number of percent, from 0 to 100", environment);
  }
  if (wish.shifts.wrong.empty()) return std::nullopt;
  return wrong_usage(wish.shifts.wrong, "a limit is a whole number; a kind is day, moment, bound, count or coverage",
                     environment);
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto wish = wish_of(arguments);
  if (const auto wrong = wrong_options(wish, arguments, environment)) return *wrong;
  const auto roots = roots_for_test(arguments, environment);
  const auto timeline = open_rules_at(roots, arguments, environment);
  if (!timeline) return no_answer;
  const auto rules = files_below(roots, environment);
  const auto outside = path_outside(rules, arguments, environment);
  if (!outside.empty()) {
    return wrong_usage("no file of these rules is `" + outside + "` or below it",
                       "name a file or a folder of the rules, or other rules with `--rules`", environment);
  }
  const auto wanted = arguments.words.empty() ? rules : files_below(arguments.words, environment);
  return run_and_report(*timeline, wanted, wish, arguments, environment);
}

}  // namespace

const Command& test_command() {
  static const Command command{
      "test",
      "[PATH]... [OPTION]...",
      "runs the examples in rule files",
      {{"--coverage", "", "also what of the rules no example reaches", false},
       {"--coverage-min", "PERCENT", "exit status 1 where less is covered", false},
       {"--coverage-lcov", "FILE", "writes it line by line, as a tracefile for genhtml and editors", false},
       {"--mutate", "", "also which shifts of a date, by one, no example notices", false},
       {"--mutate-min", "PERCENT", "exit status 1 where less of them is noticed", false},
       {"--mutate-kind", "KIND", "only shifts of a day, moment, bound, count or coverage; may be repeated", true},
       {"--mutate-limit", "NUMBER", "at most so many shifts, spread over the files", false}},
      0,
      1000000,
      {"inforce test", "inforce test rules/us/h20.yaml", "inforce test draft.yaml --rules .",
       "inforce test --format junit > examples.xml", "inforce test --coverage", "inforce test rules/us --mutate"},
      carry_out,
      nullptr,
      "Paths limit which examples run, and which dates are shifted; any example of the rules may notice a shift.\n"
      "The rules are those of --rules, else the default ones if the paths are part of them, else the paths\n"
      "themselves. --format takes text, json or junit.\n",
      {"text", "json", "junit"}};
  return command;
}

}  // namespace inforce::cli
