// Files to a Rulebook: the stages of `check`, in order. All findings of all files are reported in one run.
#include <algorithm>
#include <memory>
#include <utility>

#include "engine/check/in_parallel.h"
#include "engine/check/names.h"
#include "engine/check/stages.h"
#include "engine/syntax/yaml.h"
#include "inforce/rulebook.h"

namespace inforce {
namespace check {
namespace {

std::vector<std::string> paths_below(Draft& draft, const FileReader& files, std::span<const std::string> roots) {
  std::vector<std::string> paths;
  for (const std::string& root : roots) {
    FileReader::Listing listing = files.list(root);
    if (!listing.error.empty()) {
      draft.found.push_back(
          diagnostics::make(codes::unreadable_file, "cannot read " + quoted(root) + ": " + listing.error));
      draft.complete = false;
    }
    std::move(listing.paths.begin(), listing.paths.end(), std::back_inserter(paths));
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

/// Reads a file; nothing where that is not possible, which is reported.
std::optional<FileId> read_file(Draft& draft, const FileReader& files, const std::string& path) {
  FileReader::Content content = files.read(path);
  if (content.error.empty()) return draft.sources.add(path, std::move(content.text));
  draft.found.push_back(
      diagnostics::make(codes::unreadable_file, "cannot read " + quoted(path) + ": " + content.error));
  draft.complete = false;
  return std::nullopt;
}

/// One file as a tree, and what is wrong with it.
struct Parsed {
  std::optional<syntax::Node> root;
  std::vector<Diagnostic> found;
};

/// Below this many bytes the work is done before a second thread has begun.
constexpr std::size_t worth_threads = 1 << 20;

std::vector<Parsed> parse_files(const Sources& sources, const std::vector<FileId>& ids) {
  std::vector<Parsed> parsed(ids.size());
  const auto parse = [&](std::size_t i) { parsed[i].root = syntax::parse_yaml(sources, ids[i], parsed[i].found); };
  std::size_t bytes = 0;
  for (const FileId id : ids) bytes += sources.text(id).size();
  if (bytes >= worth_threads) {
    in_parallel(ids.size(), parse);
  } else {
    for (std::size_t i = 0; i < ids.size(); ++i) parse(i);
  }
  return parsed;
}

void read_files(Draft& draft, const FileReader& files, std::span<const std::string> roots) {
  const std::vector<std::string> paths = paths_below(draft, files, roots);
  if (paths.empty() && draft.complete) {
    std::string where;
    for (const std::string& root : roots) where += (where.empty() ? "" : ", ") + quoted(root);
    draft.found.push_back(diagnostics::make(codes::no_rule_files, where.empty()
                                                                      ? "no folder of rule files was named"
                                                                      : "no `.yaml` or `.yml` file is below " + where));
  }
  std::vector<FileId> ids;
  for (const std::string& path : paths) {
    if (const auto id = read_file(draft, files, path)) ids.push_back(*id);
  }
  auto parsed = parse_files(draft.sources, ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    auto& [root, found] = parsed[i];
    if (!root || !found.empty()) draft.complete = false;
    std::move(found.begin(), found.end(), std::back_inserter(draft.found));
    if (root) draft.files.push_back({ids[i], std::move(*root), nullptr, std::nullopt});
  }
}

void decode(Draft& draft) {
  collect_records(draft);
  sort_names(draft);
  decode_vocabulary(draft);
  decode_items(draft);
  decode_authorities(draft);
  decode_sources(draft);
  decode_calendars(draft);
  decode_gazettes(draft);
  for (const Entry& event : draft[Section::event].entries) draft.written_dates.push_back(written_dates_of(event));
  decode_groups(draft);
  decode_regimes(draft);
  collect_members(draft);
  decode_measures(draft);
  decode_events(draft);
  check_circles(draft);
  check_tests(draft);
  check_timelines(draft);
  check_defaults(draft);
  report_missing_zones(draft);
}

}  // namespace
}  // namespace check

Checked<Rulebook> load(const FileReader& files, std::span<const std::string> roots, Sources& sources) {
  check::Draft draft(sources);
  check::read_files(draft, files, roots);
  check::decode(draft);
  const bool wrong = diagnostics::has_errors(draft.found);
  if (!wrong) {
    model::link(draft.book);
    check::check_imposed(draft);
    check::advise_on_scopes(draft);
  }
  diagnostics::sort(draft.found, sources);
  if (wrong) return std::move(draft.found);
  auto book = std::make_shared<model::Rulebook>(std::move(draft.book));
  book->texts = sources;
  book->digest = model::digest_of(*book);
  return {Rulebook(std::move(book)), std::move(draft.found)};
}

}  // namespace inforce
