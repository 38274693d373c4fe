#include "engine/lint/judgement.h"

#include <algorithm>

#include "engine/diagnostics/report.h"
#include "engine/lint/baseline.h"
#include "engine/lint/fingerprint.h"
#include "engine/lint/paths.h"
#include "engine/lint/selection.h"
#include "engine/lint/suppressions.h"

namespace inforce::lint {
namespace {

// A finding on its way through the judgement.
struct Finding {
  Diagnostic diagnostic;
  bool is_error = false;  // By itself, whatever the settings make of others.
  bool counts = true;
  std::optional<std::string> reason;  // Of the comment that suppresses it.
  bool in_baseline = false;
};

class Judge {
 public:
  Judge(CheckReport& report, std::span<const std::string> roots, const CheckSettings& settings, const Sources& sources)
      : report_(report), roots_(roots), settings_(settings), sources_(sources) {}

  void hear_comments(std::span<const FileId> files) {
    std::vector<Diagnostic> complaints;
    const Suppressions suppressions(sources_, files, settings_.today, complaints);
    if (report_.timeline) suppressions.complain(report_.found, complaints);
    auto& found = report_.found;
    found.insert(found.end(), std::move_iterator(complaints.begin()), std::move_iterator(complaints.end()));
    diagnostics::sort(found, sources_);
    for (const Diagnostic& one : found) {
      Finding finding{one, one.severity == Severity::error, true, std::nullopt, false};
      if (const auto* comment = suppressions.suppressing(one)) finding.reason = comment->reason;
      findings_.push_back(std::move(finding));
    }
  }

  void apply_rules() {
    for (Finding& each : findings_) each.counts = each.is_error || selects(each.diagnostic);
  }

  void hold_against(const Baseline& baseline) {
    const BaselineMatch match(baseline, settings_.working_folder);
    const auto prints =
        fingerprints(report_.found, sources_, [&](std::string_view path) { return match.name_of(path); });
    report_.baseline = report_.timeline ? match.elsewhere(roots_) : baseline.entries;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      Finding& each = findings_[i];
      if (each.is_error || !each.counts || each.reason) continue;
      if (report_.timeline) report_.baseline.push_back(entry_of(each.diagnostic, prints[i], match));
      each.in_baseline = (baseline.renewed && report_.timeline) || match.takes(prints[i]);
    }
    sort(report_.baseline);
    if (!report_.timeline || baseline.renewed) return;
    for (Diagnostic& one : match.stale(prints, roots_)) {
      const bool counts = selects(one);
      findings_.push_back({std::move(one), false, counts, std::nullopt, false});
    }
  }

  void report() {
    report_.found.clear();
    for (Finding& each : findings_) {
      if (!each.counts) continue;
      if (!each.reason && !each.in_baseline) {
        report_.found.push_back(std::move(each.diagnostic));
        continue;
      }
      const auto where = each.reason ? Suppressed::Where::in_source : Suppressed::Where::baseline;
      report_.suppressed.push_back({std::move(each.diagnostic), where, each.reason.value_or("")});
    }
    diagnostics::sort(report_.found, sources_);
    // The worst comes first among the severities.
    report_.gate_closed =
        settings_.fail_on && std::any_of(report_.found.begin(), report_.found.end(),
                                         [&](const Diagnostic& one) { return one.severity <= *settings_.fail_on; });
  }

 private:
  [[nodiscard]] bool selects(Diagnostic& diagnostic) const {
    std::string path;
    if (diagnostic.primary) {
      path = path_from(settings_.folder, settings_.working_folder, sources_.path(diagnostic.primary->span.file));
    }
    return select(settings_.rules, path, diagnostic);
  }

  [[nodiscard]] BaselineEntry entry_of(const Diagnostic& one, const std::string& print,
                                       const BaselineMatch& match) const {
    const std::string path = one.primary ? match.name_of(sources_.path(one.primary->span.file)) : "";
    return {print, to_string(one.code), path, one.message, std::nullopt};
  }

  CheckReport& report_;
  std::span<const std::string> roots_;
  const CheckSettings& settings_;
  const Sources& sources_;
  std::vector<Finding> findings_;
};

}  // namespace

void judge(CheckReport& report, std::span<const FileId> files, std::span<const std::string> roots,
           const CheckSettings& settings, const Sources& sources) {
  Judge judge(report, roots, settings, sources);
  judge.hear_comments(files);
  judge.apply_rules();
  if (settings.baseline) judge.hold_against(*settings.baseline);
  judge.report();
}

}  // namespace inforce::lint
