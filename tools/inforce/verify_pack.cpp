#include <algorithm>
#include <ostream>

#include "engine/diagnostics/report.h"
#include "engine/model/rulebook.h"
#include "engine/render/evidence_check.h"
#include "tools/inforce/evidence.h"
#include "tools/inforce/report_request.h"

namespace inforce::cli {

namespace {

using render_evidence::Manifest;
using render_evidence::OtherRules;
using render_evidence::PackCheck;
using render_evidence::PackFile;
using render_evidence::Texts;

/// A folder that claims to be a pack, and whose files may be anything.
class Pack {
 public:
  Pack(std::string folder, const FolderListing& listing, const Environment& environment)
      : folder_(std::move(folder)), listing_(listing), files_(environment.files) {}

  Manifest manifest;
  Texts texts;  ///< Those with the size that the manifest names, and what a pack has for itself.

  /// What is wrong with it, such that it is no pack.
  std::vector<Diagnostic> read() {
    if (!listing_.error.empty()) return {unreadable(folder_, listing_.error)};
    auto wrong = links();
    if (!wrong.empty()) return wrong;
    if (find(render_evidence::manifest_path) == nullptr) return {no_pack("it has no `MANIFEST.json`")};
    wrong = read_file(render_evidence::manifest_path, render_evidence::largest_manifest);
    if (!wrong.empty()) return wrong;
    auto found = render_evidence::read_manifest(texts.find(render_evidence::manifest_path)->second);
    if (!found) return found.diagnostics();
    manifest = std::move(found).value();
    return read_files();
  }

  [[nodiscard]] std::string place(std::string_view path) const { return folder_ + "/" + std::string(path); }

  [[nodiscard]] std::vector<std::string> present() const {
    std::vector<std::string> paths;
    for (const auto& entry : listing_.entries) {
      if (entry.kind == FolderEntry::Kind::file) paths.push_back(entry.path);
    }
    return paths;
  }

  /// What it was made of. The question is asked again from its files alone.
  [[nodiscard]] PackOrder order() const {
    PackOrder again{manifest.question, {}, {}, manifest.created};
    if (!again.said.definition.empty()) again.said.definition = place(again.said.definition);
    for (const auto& file : manifest.files) {
      if (render_evidence::names_report(file.path)) {
        again.reports.push_back(file.path);
      } else if (const auto text = texts.find(file.path); text != texts.end()) {
        again.rules.push_back({file.path, place(file.path), text->second});
      }
    }
    return again;
  }

 private:
  static Diagnostic unreadable(const std::string& path, const std::string& why) {
    return diagnostics::make(codes::unreadable_file, "cannot read `" + path + "`: " + why);
  }

  [[nodiscard]] Diagnostic no_pack(const std::string& why) const {
    return diagnostics::make(codes::not_a_pack, "`" + folder_ + "` is no evidence pack: " + why,
                             "`inforce report --help` says how to make one");
  }

  /// A link could lead anywhere, now here and then there.
  [[nodiscard]] std::vector<Diagnostic> links() const {
    std::vector<Diagnostic> found;
    for (const auto& entry : listing_.entries) {
      if (entry.kind != FolderEntry::Kind::other || found.size() == 10) continue;
      found.push_back(diagnostics::make(codes::pack_path, "`" + place(entry.path) + "` is a link, or no file at all",
                                        "a pack holds files and folders alone"));
    }
    return found;
  }

  [[nodiscard]] const FolderEntry* find(std::string_view path) const {
    const auto found =
        std::lower_bound(listing_.entries.begin(), listing_.entries.end(), path,
                         [](const FolderEntry& entry, std::string_view name) { return entry.path < name; });
    const bool is_it = found != listing_.entries.end() && found->path == path;
    return is_it && found->kind == FolderEntry::Kind::file ? &*found : nullptr;
  }

  std::vector<Diagnostic> read_file(std::string_view path, std::uint64_t most) {
    const auto* entry = find(path);
    if (entry == nullptr || entry->size > most) return {};
    auto content = files_.read(place(path));
    if (!content.error.empty()) return {unreadable(place(path), content.error)};
    texts[std::string(path)] = std::move(content.text);
    return {};
  }

  std::vector<Diagnostic> read_files() {
    auto wrong = read_file(render_evidence::sums_path, render_evidence::largest_manifest);
    for (const auto& file : manifest.files) {
      const auto* entry = find(file.path);
      if (entry == nullptr || entry->size != file.size) continue;
      auto unread = read_file(file.path, render_evidence::largest_file);
      std::move(unread.begin(), unread.end(), std::back_inserter(wrong));
    }
    return wrong;
  }

  std::string folder_;
  const FolderListing& listing_;
  const FileReader& files_;
};

bool rules_are_whole(const PackCheck& check) {
  return std::all_of(check.faults.begin(), check.faults.end(), [](const auto& fault) {
    return fault.kind == render_evidence::FileFault::Kind::extra || render_evidence::names_report(fault.path) ||
           fault.path == render_evidence::sums_path;
  });
}

const std::string& json_of(const std::vector<PackFile>& pack) {
  return std::find_if(pack.begin(), pack.end(),
                      [](const PackFile& file) { return file.path == render_evidence::json_report; })
      ->text;
}

/// Asks the question of the pack to other rules. Nothing where these cannot be used, which has been said.
std::optional<OtherRules> ask_others(const Pack& pack, const std::string& was, const Arguments& arguments,
                                     Environment& environment) {
  const auto said = pack.order().said;
  auto roots = arguments.all("--rules");
  if (!said.definition.empty()) roots.push_back(said.definition);
  const auto timeline = open_rules_at(roots, arguments, environment);
  if (!timeline) return std::nullopt;
  OtherRules others;
  const auto request = request_for(*timeline, said);
  const auto made = request ? std::optional(report(*timeline, *request)) : std::nullopt;
  if (!made || !made->ok()) {
    others.unanswered = made ? made->diagnostics().front().message : "the definition defines no report";
    return others;
  }
  others.same_rules = timeline->rulebook().digest() == pack.manifest.digest;
  others.answer = render_evidence::answer_differences(was, render(**made, TimelineFormat::json, Style{}));
  return others;
}

}  // namespace

int verify_pack(const std::string& folder, const FolderListing& listing, const Arguments& arguments,
                Environment& environment) {
  Pack pack(folder, listing, environment);
  const auto wrong = pack.read();
  if (!wrong.empty()) return say_errors(wrong, Sources{}, arguments, environment);
  PackCheck check;
  check.faults = render_evidence::file_faults(pack.manifest, pack.texts, pack.present());
  check.versions = render_evidence::other_versions(pack.manifest);
  check.asked_again = rules_are_whole(check);
  if (check.asked_again) {
    Progress progress(arguments, environment);
    Sources sources;
    const auto now = make_pack(pack.order(), sources, progress);
    progress.done();
    if (!now) {
      check.unanswered = now.diagnostics().front().message;
    } else {
      render_evidence::compare_with(*now, pack.texts, check);
      if (arguments.has("--rules")) {
        check.other_rules = ask_others(pack, json_of(*now), arguments, environment);
        if (!check.other_rules) return no_answer;
      }
    }
  }
  environment.out << render(check, answer_style(arguments, environment));
  return check.is_same() && check.others_agree() ? answered : gate_closed;
}

}  // namespace inforce::cli
