#include "tools/inforce/check_settings.h"

#include <algorithm>

#include "engine/calendar/day.h"
#include "engine/diagnostics/report.h"
#include "engine/lint/selection.h"
#include "tools/inforce/check_roots.h"
#include "tools/inforce/rules.h"
#include "tools/inforce/settings_place.h"

namespace inforce::cli {

namespace {

/// `a,b` and a second such list, as one.
std::vector<std::string> items_of(const std::vector<std::string>& lists) {
  std::vector<std::string> items;
  for (const auto& list : lists) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const auto end = std::min(list.find(',', begin), list.size());
      if (end > begin) items.push_back(list.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return items;
}

/// Reads the command line over what the file says; what is not understood is in `found`.
class RequestReader {
 public:
  RequestReader(const Arguments& arguments, Environment& environment, Sources& sources)
      : arguments_(arguments), environment_(environment), sources_(sources) {}

  std::vector<Diagnostic> found;

  CheckRequest read() {
    const auto placed = placed_settings(arguments_, environment_, sources_, found);
    if (placed) take(*placed);
    request_.settings.working_folder = environment_.folder;
    read_selection();
    read_severities();
    read_gate();
    read_today();
    read_baseline_of(placed ? *placed : PlacedSettings{});
    return std::move(request_);
  }

 private:
  void refuse(const std::string& message, const std::string& help) {
    found.push_back(diagnostics::make(codes::bad_usage, message, help));
  }

  void take(const PlacedSettings& placed) {
    request_.settings.rules = placed.file.rules;
    request_.settings.folder = placed.folder;
    if (placed.file.fail_on) request_.settings.fail_on = placed.file.fail_on->mildest;
    std::vector<std::string> roots;
    for (const auto& root : placed.file.roots) roots.push_back(from_here(placed, root));
    request_.roots = roots_of_check(arguments_, environment_, roots);
  }

  static std::string from_here(const PlacedSettings& placed, const std::string& path) {
    return path.starts_with('/') ? path : placed.prefix + path;
  }

  bool are_codes(const std::string& words, bool touching) {
    auto fault = lint::fault_in_codes(words, touching);
    if (fault) found.push_back(std::move(*fault));
    return !fault;
  }

  void read_selection() {
    auto& rules = request_.settings.rules;
    if (arguments_.has("--select")) rules.push_back({"all", {}, false, std::nullopt});
    for (const auto& words : items_of(arguments_.all("--select"))) {
      if (are_codes(words, false)) rules.push_back({words, {}, true, std::nullopt});
    }
    for (const auto& words : items_of(arguments_.all("--ignore"))) {
      if (are_codes(words, true)) rules.push_back({words, {}, false, std::nullopt});
    }
  }

  void read_severities() {
    for (const auto& item : items_of(arguments_.all("--severity"))) {
      const auto equals = std::min(item.find('='), item.size());
      const auto words = item.substr(0, equals);
      const auto severity = lint::severity_named(item.substr(std::min(equals + 1, item.size())));
      if (!severity) {
        refuse("`--severity` is `" + item + "`", "write `--severity IF804=error`, or warning or note");
      } else if (are_codes(words, true)) {
        request_.settings.rules.push_back({words, {}, std::nullopt, severity});
      }
    }
  }

  void read_gate() {
    if (!arguments_.has("--fail-on")) return;
    const auto word = arguments_.one("--fail-on");
    const auto gate = lint::gate_named(word);
    if (gate) {
      request_.settings.fail_on = gate->mildest;
    } else {
      refuse("`--fail-on` is `" + word + "`, not error, warning, note or never", {});
    }
  }

  void read_today() {
    const auto text = arguments_.one("--today");
    request_.settings.today = text.empty() || text == "today" ? environment_.today() : calendar::read_day(text);
    if (!request_.settings.today) refuse("`--today` is `" + text + "`", "write a day such as `2025-04-09`");
  }

  void read_baseline_of(const PlacedSettings& placed) {
    const bool update = arguments_.has("--update-baseline");
    auto path = arguments_.one("--baseline");
    if (path.empty() && !placed.file.baseline.empty()) path = from_here(placed, placed.file.baseline);
    if (path.empty()) {
      if (update) refuse("`--update-baseline` has no file to write", "name it with `--baseline FILE`");
      return;
    }
    Baseline baseline{{}, absolute_path(environment_, folder_of(path)), update};
    const bool is_new =
        update && !environment_.files.list(path).error.empty() && !environment_.files.read(path).error.empty();
    if (const auto file = is_new ? std::nullopt : read_source(path, environment_, sources_, found)) {
      const auto read = read_baseline(sources_, *file);
      if (read) baseline.entries = *read;
      found.insert(found.end(), read.diagnostics().begin(), read.diagnostics().end());
    }
    request_.settings.baseline = std::move(baseline);
    if (update) request_.new_baseline = path;
  }

  const Arguments& arguments_;
  Environment& environment_;
  Sources& sources_;
  CheckRequest request_;
};

}  // namespace

std::optional<CheckRequest> check_request(const Arguments& arguments, Environment& environment, Sources& sources) {
  RequestReader reader(arguments, environment, sources);
  auto request = reader.read();
  if (reader.found.empty()) return request;
  diagnostics::sort(reader.found, sources);
  say_errors(reader.found, sources, arguments, environment);
  return std::nullopt;
}

std::vector<Option> check_options() {
  return {{"--select", "CODES", "only these, of what is doubtful; errors always count", true},
          {"--ignore", "CODES", "not these: `IF804,scope_never_met`, a beginning such as `IF8`, `all`", true},
          {"--severity", "CODE=LEVEL", "they count as error, warning or note", true},
          {"--fail-on", "LEVEL", "exit status 1 from here on: error (else), warning, note, or never", false},
          {"--baseline", "FILE", "what was found before and does not count", false},
          {"--update-baseline", "", "writes the baseline anew, with all that is found now", false},
          {"--config", "FILE", "the settings; else the nearest inforce.toml upward", false},
          {"--isolated", "", "reads no inforce.toml", false},
          {"--today", "DATE", "the day on which suppressions are judged; else that of the clock", false}};
}

}  // namespace inforce::cli
