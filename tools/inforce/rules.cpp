#include "tools/inforce/rules.h"

#include <algorithm>
#include <ostream>

#include "engine/diagnostics/report.h"
#include "tools/inforce/progress.h"

namespace inforce::cli {

namespace {

bool has_rules(const Environment& environment, const std::string& root) {
  const auto listing = environment.files.list(root);
  return listing.error.empty() && !listing.paths.empty();
}

/// As many steps upward as the working folder is deep.
std::string nearest_rules(const Environment& environment) {
  const auto depth = std::count(environment.folder.begin(), environment.folder.end(), '/');
  std::string root = "rules";
  for (std::ptrdiff_t step = 0; step <= depth; ++step) {
    if (has_rules(environment, root)) return root;
    root = "../" + root;
  }
  return {};
}

std::string variable(const Environment& environment, const std::string& name) {
  const auto found = environment.variables.find(name);
  return found == environment.variables.end() ? std::string{} : found->second;
}

bool coloured(const Arguments& arguments, const Environment& environment, bool terminal) {
  const auto wanted = arguments.one("--color");
  if (wanted == "always") return true;
  if (wanted == "never") return false;
  return terminal && variable(environment, "NO_COLOR").empty() && variable(environment, "TERM") != "dumb";
}

}  // namespace

std::vector<std::string> rule_roots(const Arguments& arguments, const Environment& environment) {
  if (arguments.has("--rules")) return arguments.all("--rules");
  const auto from_environment = variable(environment, "INFORCE_RULES");
  if (!from_environment.empty()) return {from_environment};
  const auto nearest = nearest_rules(environment);
  if (!nearest.empty()) return {nearest};
  return {environment.installed_rules.empty() ? "rules" : environment.installed_rules};
}

std::optional<Timeline> open_rules(const Arguments& arguments, Environment& environment) {
  return open_rules_at(rule_roots(arguments, environment), arguments, environment);
}

std::optional<Timeline> open_rules_at(const std::vector<std::string>& roots, const Arguments& arguments,
                                      Environment& environment) {
  Sources sources;
  if (environment.opened != nullptr) {
    const auto kept = environment.opened->find(roots);
    if (kept != environment.opened->end()) return kept->second;
  }
  Progress progress(arguments, environment);
  const auto rulebook = load(CountedFiles(environment.files, progress, "checking"), roots, sources);
  if (!rulebook) {
    progress.done();
    say_errors(rulebook.diagnostics(), sources, arguments, environment);
    return std::nullopt;
  }
  progress.stage("compiling");
  auto timeline = compile(*rulebook);
  if (!timeline) {
    progress.done();
    say_errors(timeline.diagnostics(), sources, arguments, environment);
    return std::nullopt;
  }
  if (environment.opened != nullptr) environment.opened->emplace(roots, *timeline);
  return std::move(timeline).value();
}

Style answer_style(const Arguments& arguments, const Environment& environment) {
  Style style;
  const bool json = arguments.has("--json") || arguments.one("--format") == "json";
  style.format = json ? Format::json : arguments.one("--format") == "md" ? Format::markdown : Format::text;
  style.width = environment.width;
  style.colour = coloured(arguments, environment, environment.out_is_terminal);
  return style;
}

Style error_style(const Arguments& arguments, const Environment& environment) {
  Style style;
  style.width = environment.width;
  style.colour = coloured(arguments, environment, environment.err_is_terminal);
  return style;
}

int wrong_usage(const std::string& message, const std::string& help, Environment& environment) {
  const std::vector<Diagnostic> found{diagnostics::make(codes::bad_usage, message, help)};
  return say_errors(found, Sources{}, Arguments{}, environment);
}

int say_errors(std::span<const Diagnostic> found, const Sources& sources, const Arguments& arguments,
               Environment& environment) {
  std::vector<Diagnostic> errors;
  std::copy_if(found.begin(), found.end(), std::back_inserter(errors),
               [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
  environment.err << render(errors, sources, error_style(arguments, environment));
  return no_answer;
}

}  // namespace inforce::cli
