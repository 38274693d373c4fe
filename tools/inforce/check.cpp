#include <algorithm>
#include <ostream>
#include <set>

#include "engine/diagnostics/report.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

struct Findings {
  std::vector<Diagnostic> found;
  Sources sources;
};

Findings check_rules(const std::vector<std::string>& roots, const Environment& environment) {
  Findings findings;
  const auto rulebook = load(environment.files, roots, findings.sources);
  findings.found = rulebook.diagnostics();
  if (rulebook) {
    const auto timeline = compile(*rulebook);
    findings.found.insert(findings.found.end(), timeline.diagnostics().begin(), timeline.diagnostics().end());
  }
  diagnostics::sort(findings.found, findings.sources);
  return findings;
}

std::size_t count_files(const std::vector<std::string>& roots, const Environment& environment) {
  std::set<std::string> paths;
  for (const auto& root : roots) {
    const auto listing = environment.files.list(root);
    paths.insert(listing.paths.begin(), listing.paths.end());
  }
  return paths.size();
}

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string summary(std::size_t files, std::size_t errors, std::size_t warnings) {
  return "Checked " + counted(files, "file") + ": " + counted(errors, "error") + ", " + counted(warnings, "warning") +
         ".\n";
}

int carry_out(const Arguments& arguments, Environment& environment) {
  const auto roots = arguments.words.empty() ? rule_roots(arguments, environment) : arguments.words;
  const auto findings = check_rules(roots, environment);
  const auto style = answer_style(arguments, environment);
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(findings.found.begin(), findings.found.end(),
                      [&](const Diagnostic& diagnostic) { return diagnostic.severity == severity; }));
  };
  const auto errors = count(Severity::error);
  environment.out << render(findings.found, findings.sources, style);
  if (style.format == Format::text && !arguments.has("--quiet")) {
    if (!findings.found.empty()) environment.out << "\n";
    environment.out << summary(count_files(roots, environment), errors, count(Severity::warning));
  }
  return errors > 0 ? gate_closed : answered;
}

}  // namespace

const Command& check_command() {
  static const Command command{"check",
                               "[PATH]... [OPTION]...",
                               "validates rule files",
                               {},
                               0,
                               1000000,
                               {"inforce check", "inforce check rules/ --json", "inforce check draft.yaml"},
                               carry_out};
  return command;
}

}  // namespace inforce::cli
