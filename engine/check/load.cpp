// Files to a Rulebook: the stages of `check`, in order. All findings of all files are reported in one run.
#include <algorithm>
#include <memory>
#include <utility>

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

void read_file(Draft& draft, const FileReader& files, const std::string& path) {
  FileReader::Content content = files.read(path);
  if (!content.error.empty()) {
    draft.found.push_back(
        diagnostics::make(codes::unreadable_file, "cannot read " + quoted(path) + ": " + content.error));
    draft.complete = false;
    return;
  }
  const FileId id = draft.sources.add(path, std::move(content.text));
  const std::size_t found_before = draft.found.size();
  auto root = syntax::parse_yaml(draft.sources, id, draft.found);
  if (!root || draft.found.size() > found_before) draft.complete = false;
  if (root) draft.files.push_back({id, std::move(*root), nullptr, std::nullopt});
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
  for (const std::string& path : paths) read_file(draft, files, path);
}

void decode(Draft& draft) {
  collect_records(draft);
  sort_names(draft);
  decode_vocabulary(draft);
  decode_items(draft);
  decode_authorities(draft);
  decode_sources(draft);
  decode_calendars(draft);
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
