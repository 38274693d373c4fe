#include "tools/inforce/progress.h"

#include <ostream>

namespace inforce::cli {

namespace {

constexpr std::string_view erased = "\r\033[K";

std::string count_of_files(std::size_t count) { return std::to_string(count) + (count == 1 ? " file" : " files"); }

}  // namespace

Progress::Progress(const Arguments& arguments, Environment& environment) {
  const auto kind = environment.variables.find("TERM");
  const bool erases = kind == environment.variables.end() || kind->second != "dumb";
  if (environment.err_is_terminal && erases && !arguments.has("--quiet")) terminal_ = &environment.err;
}

void Progress::say(const std::string& text) {
  if (terminal_ == nullptr || text == said_) return;
  *terminal_ << (said_.empty() ? "" : erased) << text << " ..." << std::flush;
  said_ = text;
}

void Progress::stage(std::string_view words) { say(std::string(words)); }

void Progress::count(std::string_view words, std::size_t done, std::size_t of, std::string_view things) {
  if (terminal_ == nullptr || of == 0) return;
  const bool moves = done <= 1 || done >= of || done * 100 / of != (done - 1) * 100 / of;
  if (!moves) return;
  say(std::string(words) + " " + std::to_string(done) + " of " + std::to_string(of) + " " + std::string(things));
}

void Progress::done() {
  if (terminal_ != nullptr && !said_.empty()) *terminal_ << erased << std::flush;
  said_.clear();
}

CountedFiles::CountedFiles(const FileReader& files, Progress& progress, std::string then)
    : files_(files), progress_(progress), then_(std::move(then)) {}

FileReader::Listing CountedFiles::list(const std::string& root) const {
  auto listing = files_.list(root);
  listed_.insert(listing.paths.begin(), listing.paths.end());
  return listing;
}

FileReader::Content CountedFiles::read(const std::string& path) const {
  auto content = files_.read(path);
  if (read_.insert(path).second) progress_.count("reading", read_.size(), listed_.size(), "files");
  if (read_.size() == listed_.size()) progress_.stage(then_ + " " + count_of_files(read_.size()));
  return content;
}

}  // namespace inforce::cli
