// All that the command line touches of the world, so that tests can stand in for it.
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/inforce.h"
#include "tools/inforce/folder.h"

namespace inforce::cli {

struct Environment {
  std::ostream& out;
  std::ostream& err;
  const FileReader& files;
  std::function<Date()> today;                   ///< The only clock.
  std::map<std::string, std::string> variables;  ///< Those that main.cpp lists and that are set.
  std::string folder;                            ///< The working folder: `rules/` is looked for from here upward.
  std::string installed_rules;                   ///< The corpus that came with the program, or empty.
  unsigned width = 100;                          ///< Columns of the terminal.
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  /// Timelines that earlier runs opened, by their roots, for files that do not change between runs; null: none are
  /// kept.
  std::map<std::vector<std::string>, Timeline>* opened = nullptr;
  /// Writes a file whole or not at all; gives why it could not, or nothing. Where empty, no file can be written.
  std::function<std::string(const std::string& path, std::string_view text)> write = {};
  /// Adds to the end of a file, all or nothing; else alike.
  std::function<std::string(const std::string& path, std::string_view text)> append = {};
  /// What lies in a folder. Where empty, there are no folders.
  std::function<FolderListing(const std::string& folder)> look_into = {};
  /// Makes a folder with these files, whole or not at all. Where empty, no folder can be made.
  std::function<Unwritten(const std::string& folder, const FolderFiles& files)> make_folder = {};
  std::istream* in = nullptr;  ///< Standard input; null: there is none.
};

enum ExitStatus : int {
  answered = 0,
  gate_closed = 1,  ///< A gate that was asked for is closed.
  no_answer = 2,
};

/// Runs one command line (without the program's name) and returns its exit status. Nothing is thrown.
[[nodiscard]] int run(std::span<const std::string> args, Environment& environment);

}  // namespace inforce::cli
