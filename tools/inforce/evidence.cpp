#include "tools/inforce/evidence.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "engine/diagnostics/report.h"
#include "engine/model/rulebook.h"
#include "tools/inforce/report_request.h"

namespace inforce::cli {

namespace {

namespace fs = std::filesystem;
using render_evidence::PackFile;

/// The files of an order, by the places that they were read from.
class OrderedFiles final : public FileReader {
 public:
  explicit OrderedFiles(const std::vector<RuleFile>& files) {
    for (const auto& file : files) texts_.emplace(file.place, &file.text);
  }

  [[nodiscard]] Listing list(const std::string& root) const override { return {{root}, {}}; }
  [[nodiscard]] Content read(const std::string& path) const override {
    const auto found = texts_.find(path);
    return found == texts_.end() ? Content{{}, "no such file or folder"} : Content{*found->second, {}};
  }
  [[nodiscard]] std::vector<std::string> places() const {
    std::vector<std::string> all;
    for (const auto& [place, text] : texts_) all.push_back(place);
    return all;
  }

 private:
  std::map<std::string, const std::string*, std::less<>> texts_;
};

std::string path_below(const std::string& root, const std::string& path) {
  const auto name = fs::path(path).lexically_normal();
  const auto below = name.lexically_relative(fs::path(root).lexically_normal());
  const bool lies_below = !below.empty() && below != "." && *below.begin() != "..";
  return (lies_below ? below : name.filename()).generic_string();
}

/// Reads files one by one, each once.
class RuleReader {
 public:
  RuleReader(Environment& environment, Progress& progress) : counted_(environment.files, progress, "checking") {}

  std::vector<RuleFile> files;
  std::vector<Diagnostic> wrong;

  void list(const std::string& root, const std::string& folder) {
    const auto listing = counted_.list(root);
    if (!listing.error.empty()) return refuse(root, listing.error);
    for (const auto& path : listing.paths) paths_.emplace(path, folder + "/" + path_below(root, path));
  }

  void read() {
    for (const auto& [place, path] : paths_) {
      auto content = counted_.read(place);
      if (content.error.empty()) {
        files.push_back({path, place, std::move(content.text)});
      } else {
        refuse(place, content.error);
      }
    }
  }

 private:
  void refuse(const std::string& path, const std::string& why) {
    wrong.push_back(diagnostics::make(codes::unreadable_file, "cannot read `" + path + "`: " + why));
  }

  CountedFiles counted_;
  std::map<std::string, std::string> paths_;  ///< In the pack, by place.
};

std::vector<Diagnostic> undefined(const std::string& path) {
  return {diagnostics::make(codes::bad_usage, "`" + path + "` defines no report",
                            "give it the key `timeline`; `inforce explain IF317` shows one")};
}

}  // namespace

std::optional<std::vector<RuleFile>> rules_for_pack(const std::vector<std::string>& roots,
                                                    const std::string& definition, const Arguments& arguments,
                                                    Environment& environment, Progress& progress) {
  RuleReader reader(environment, progress);
  const std::string folder(render_evidence::rules_folder);
  for (std::size_t i = 0; i < roots.size(); ++i) {
    reader.list(roots[i], roots.size() == 1 ? folder : folder + "/" + std::to_string(i + 1));
  }
  if (!definition.empty()) reader.list(definition, std::string(render_evidence::definition_folder));
  reader.read();
  if (reader.wrong.empty()) return std::move(reader.files);
  progress.done();
  say_errors(reader.wrong, Sources{}, arguments, environment);
  return std::nullopt;
}

Checked<std::vector<PackFile>> make_pack(const PackOrder& order, Sources& sources, Progress& progress) {
  const OrderedFiles files(order.rules);
  const auto rulebook = load(files, files.places(), sources);
  if (!rulebook) return rulebook.diagnostics();
  progress.stage("compiling");
  const auto timeline = compile(*rulebook);
  if (!timeline) return timeline.diagnostics();
  auto request = request_for(*timeline, order.said);
  if (!request) return undefined(order.said.definition);
  request->calendar = true;
  progress.stage("answering");
  const auto made = report(*timeline, *request);
  if (!made) return made.diagnostics();
  progress.stage("writing");
  render_evidence::PackParts parts{order.said, {}, order.reports, order.created};
  for (const auto& file : order.rules) {
    parts.rules.push_back({file.path, file.text});
    if (file.place == order.said.definition) parts.question.definition = file.path;
  }
  return render_evidence::evidence_pack(*made, std::move(parts));
}

}  // namespace inforce::cli
