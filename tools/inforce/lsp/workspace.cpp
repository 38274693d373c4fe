#include "tools/inforce/lsp/workspace.h"

#include <algorithm>

#include "tools/inforce/lsp/uri.h"

namespace inforce::lsp {

namespace {

const std::string* containing(const std::vector<std::string>& folders, const std::string& path) {
  const std::string* found = nullptr;
  for (const auto& folder : folders) {
    if (lies_below(path, folder) && (found == nullptr || folder.size() > found->size())) found = &folder;
  }
  return found;
}

bool holds_report(const std::string& path) {
  const auto name = path.substr(path.find_last_of('/') + 1);
  return name == "timeline.yaml" || name == "timeline.yml" || name.ends_with(".timeline.yaml") ||
         name.ends_with(".timeline.yml");
}

}  // namespace

std::string Workspace::nearest_rules(const std::string& folder) const {
  const auto files = laid_over(host.files, documents, false);
  for (std::string at = folder;; at = folder_of(at)) {
    auto rules = absolute_path(at, "rules");
    const auto listing = files->list(rules);
    if (listing.error.empty() && !listing.paths.empty()) return rules;
    if (at == "/" || at == folder_of(at)) return {};
  }
}

std::vector<std::string> Workspace::rules_for(const std::string& folder) const {
  if (!wishes.rules.empty()) return wishes.rules;
  auto settled = host.rules(folder);
  if (!settled.empty()) return settled;
  auto nearest = nearest_rules(folder);
  return nearest.empty() ? std::vector<std::string>{} : std::vector{std::move(nearest)};
}

RuleSet* Workspace::set_named(const std::string& key, RuleSet fresh) {
  auto& slot = sets_[key];
  if (!slot) slot = std::make_unique<RuleSet>(std::move(fresh));
  return slot.get();
}

RuleSet* Workspace::set_of_rules(const std::vector<std::string>& roots, const std::string& settings_folder) {
  RuleSet set;
  set.roots = roots;
  set.settings_folder = settings_folder;
  return set_named("rules:" + roots.front(), std::move(set));
}

RuleSet* Workspace::set_of(const std::string& path) {
  const auto* workspace = containing(wishes.folders, path);
  const auto folder = workspace != nullptr ? *workspace : folder_of(path);
  const auto [known, is_new] = rules_.try_emplace(folder);
  if (is_new) known->second = rules_for(folder);
  const auto& roots = known->second;
  const auto* root = containing(roots, path);
  const bool guest = root == nullptr && !roots.empty() && holds_report(path) && documents.count(path) != 0;
  if (root != nullptr || guest) {
    auto* set = set_of_rules(roots, workspace != nullptr ? folder : folder_of(roots.front()));
    if (guest && set->guests.insert(path).second) set->dirty = true;
    return set;
  }
  const auto open = documents.find(path);
  if (!looks_like_rules(open != documents.end() ? open->second.text : host.files.read(path).text)) return nullptr;
  RuleSet set;
  set.marked_only = true;
  set.one_folder = workspace == nullptr || !roots.empty();
  set.settings_folder = folder;
  set.roots = {set.one_folder ? folder_of(path) : folder};
  const auto key = (set.one_folder ? "folder:" : "workspace:") + set.roots.front();
  return set_named(key, std::move(set));
}

bool Workspace::rules_have_moved() {
  bool moved = false;
  for (auto& [folder, rules] : rules_) {
    auto now = rules_for(folder);
    moved = moved || now != rules;
    rules = std::move(now);
  }
  return moved;
}

void Workspace::touch(const std::string& path) {
  for (auto& [key, set] : sets_) {
    const auto holds = [&](const std::string& root) { return lies_below(path, root); };
    if (set->guests.count(path) != 0 || std::any_of(set->roots.begin(), set->roots.end(), holds)) set->dirty = true;
  }
  if (auto* set = set_of(path)) set->dirty = true;
}

void Workspace::touch_all() {
  for (auto& [key, set] : sets_) set->dirty = true;
}

std::vector<RuleSet> Workspace::start_anew() {
  std::vector<RuleSet> old;
  for (auto& [key, set] : sets_) old.push_back(std::move(*set));
  sets_.clear();
  rules_.clear();
  for (const auto& [path, document] : documents) (void)set_of(path);
  return old;
}

std::vector<RuleSet> Workspace::drop_unused() {
  std::vector<RuleSet> unused;
  for (auto at = sets_.begin(); at != sets_.end();) {
    auto& set = *at->second;
    const bool used = std::any_of(documents.begin(), documents.end(),
                                  [&](const auto& each) { return lies_below(each.first, set.roots.front()); });
    if (used || !set.marked_only) {
      ++at;
    } else {
      unused.push_back(std::move(set));
      at = sets_.erase(at);
    }
  }
  return unused;
}

std::vector<std::string> Workspace::roots_to_check(RuleSet& set) const {
  std::erase_if(set.guests, [&](const std::string& path) { return documents.count(path) == 0; });
  if (!set.one_folder) {
    auto roots = set.roots;
    roots.insert(roots.end(), set.guests.begin(), set.guests.end());
    return roots;
  }
  const auto& folder = set.roots.front();
  auto files = host.yaml_files_in(folder);
  for (const auto& [path, document] : documents) {
    if (folder_of(path) == folder) files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

RuleSet& Workspace::checked(RuleSet& set) {
  if (!set.dirty) return set;
  set.dirty = false;
  set.index_is_old = true;
  set.sources = Sources();
  counted_ = {};
  const auto files = laid_over(host.files, documents, set.marked_only);
  const auto roots = roots_to_check(set);
  set.report = host.check(*files, roots, set.settings_folder, set.sources);
  if (set.report.timeline) set.good = std::make_shared<Good>(*set.report.timeline);
  return set;
}

RuleSet& Workspace::indexed(RuleSet& set) {
  checked(set);
  if (set.index_is_old) set.index.update(set.sources, set.report.files);
  if (set.index_is_old) counted_ = {};
  set.index_is_old = false;
  return set;
}

std::vector<RuleSet*> Workspace::all_sets() const {
  std::vector<RuleSet*> all;
  for (const auto& [key, set] : sets_) all.push_back(set.get());
  return all;
}

RuleSet* Workspace::next_dirty() {
  for (auto& [key, set] : sets_) {
    if (set->dirty) return set.get();
  }
  return nullptr;
}

}  // namespace inforce::lsp
