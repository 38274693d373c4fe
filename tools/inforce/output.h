// Where what was asked for is written: standard output, or a file that is written whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "tools/inforce/command.h"

namespace inforce::cli {

/// `-o FILE`, for commands that write one document.
[[nodiscard]] const Option& output_option();

/// Writes to the file that `-o` names; to standard output without it, or where it is `-`. Gives the exit status; why a
/// file could not be written is said on standard error.
int write_output(std::string_view text, const Arguments& arguments, Environment& environment);

/// Writes to that file; why it could not be written is said on standard error. Gives the exit status.
int write_file(const std::string& path, std::string_view text, Environment& environment);

/// Writes a file of the disk: first beside it, under another name, and to the disk itself; then it takes its name. So
/// whoever reads finds the old text or the new one, whole. What is no file, such as a pipe, is written to as it is.
/// Empty, or why it could not be written: then nothing has changed and nothing is left behind.
[[nodiscard]] std::string write_whole(const std::string& path, std::string_view text);

/// Adds to the end of a file of the disk, which others may add to as well; where there is none, it is made. Empty, or
/// why it could not be written: then the file is as long as before.
[[nodiscard]] std::string append_whole(const std::string& path, std::string_view text);

/// Says on standard error that a file could not be written, and why; gives the exit status.
int say_unwritten(const std::string& path, const std::string& why, Environment& environment);

}  // namespace inforce::cli
