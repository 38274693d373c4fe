#include "engine/render/csv.h"

namespace inforce::csv {

namespace {

std::string cell(std::string_view text, Formulas formulas) {
  std::string value;
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  if (formula && formulas == Formulas::defused) value += '\'';
  value += text;
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string line(const std::vector<std::string>& cells, Formulas formulas) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text += ',';
    text += cell(cells[i], formulas);
  }
  return text + "\r\n";
}

}  // namespace inforce::csv
