#include "tools/inforce/check_fix.h"

#include <algorithm>
#include <ostream>

#include "tools/inforce/output.h"
#include "tools/inforce/rules.h"
#include "tools/inforce/unified_diff.h"

namespace inforce::cli {

namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

void say_count(const std::string& what, const lint::Fixed& fixed, const Arguments& arguments,
               Environment& environment) {
  if (arguments.has("--quiet")) return;
  if (fixed.count == 0) {
    environment.err << "Nothing to fix.\n";
    return;
  }
  environment.err << what << counted(fixed.count, "finding") << " in " << counted(fixed.texts.size(), "file") << ".\n";
}

int show(const lint::Fixed& fixed, const Arguments& arguments, Environment& environment) {
  for (const auto& [path, text] : fixed.texts) {
    environment.out << unified_diff(path, environment.files.read(path).text, text);
  }
  say_count("Would fix ", fixed, arguments, environment);
  return fixed.texts.empty() ? answered : gate_closed;
}

int write(const lint::Fixed& fixed, const EndOfCheck& end, const Arguments& arguments, Environment& environment) {
  int status = answered;
  for (const auto& [path, text] : fixed.texts) {
    status = std::max(status, write_file(path, text, environment));
  }
  if (status != answered) return status;
  status = end(fixed.report, fixed.sources);
  say_count("Fixed ", fixed, arguments, environment);
  return status;
}

}  // namespace

std::vector<Option> fix_options() {
  return {{"--fix", "", "go the ways out by which no answer can change, and write the files", false},
          {"--unsafe-fixes", "", "with --fix or --diff: also those that a person has to agree to", false},
          {"--diff", "", "write nothing; show what --fix would change; exit status 1 where it would", false}};
}

bool fixes_wanted(const Arguments& arguments) {
  return arguments.has("--fix") || arguments.has("--diff") || arguments.has("--unsafe-fixes");
}

int fix_and_report(const lint::Look& look, const Sources& sources, const EndOfCheck& end, const Arguments& arguments,
                   Environment& environment) {
  if (!arguments.has("--fix") && !arguments.has("--diff")) {
    return wrong_usage("`--unsafe-fixes` alone fixes nothing", "give `--fix` too, or `--diff` to look first",
                       environment);
  }
  std::set<std::string> paths;
  for (const auto& word : arguments.words) {
    paths.insert(word);  // Where nothing is below it, nothing is fixed.
    const auto listing = environment.files.list(word);
    paths.insert(listing.paths.begin(), listing.paths.end());
  }
  const auto fixed = lint::make_fixes(environment.files, look, sources, paths, arguments.has("--unsafe-fixes"));
  return arguments.has("--diff") ? show(fixed, arguments, environment) : write(fixed, end, arguments, environment);
}

}  // namespace inforce::cli
