package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.interpret.TableColumn;

/** Ages that a table holds in bands, as "[60-70)", "60-69" or "80+". */
final class AgeBands {
    private static final Pattern BAND =
            Pattern.compile(
                    "\\s*([\\[(]?)\\s*(\\d{1,3})\\s*(?:-|–|to|,)\\s*(\\d{1,3})\\s*([\\])]?)\\s*(?:years|yrs|y)?\\s*");
    private static final Pattern OPEN =
            Pattern.compile("\\s*(?:(\\d{1,3})\\s*\\+|(?:>=|≥)\\s*(\\d{1,3}))\\s*(?:years)?\\s*");

    /** Completed years, both ends included. */
    private record Band(String answer, int low, int high) {}

    private AgeBands() {}

    /** The column of the table's ages in bands. */
    static Optional<TableColumn> in(LearnedTable table) {
        return table.asked().stream()
                .filter(c -> c.names().stream().anyMatch(n -> n.matches("(?i)age\\b.*")))
                .filter(c -> !c.answers().isEmpty() && bands(c).size() == c.answers().size())
                .findFirst();
    }

    /**
     * The bands of an age: "over 60" are those from 60 on, as a band does not part 60 from 61.
     *
     * @param high in completed years
     * @return empty if an end of the range lies within a band
     */
    static List<String> within(TableColumn column, int low, int high) {
        List<String> all = new ArrayList<>();
        List<Band> bands = bands(column);
        // "70 to 80" is the band [70-80)
        boolean next =
                bands.stream().anyMatch(b -> b.high == high - 1)
                        && bands.stream().noneMatch(b -> b.high == high);
        int last = next ? high - 1 : high;
        for (Band b : bands) {
            boolean outside = b.high < low || b.low > last;
            boolean inside = b.low >= low - 1 && b.high <= last;
            if (!outside && !inside) {
                return List.of();
            }
            if (inside && !outside) {
                all.add(b.answer);
            }
        }
        return all;
    }

    private static List<Band> bands(TableColumn column) {
        List<Band> bands = new ArrayList<>();
        for (String answer : column.answers().keySet()) {
            Matcher m = BAND.matcher(answer);
            Matcher open = OPEN.matcher(answer);
            if (m.matches()) {
                int low = Integer.parseInt(m.group(2)) + (m.group(1).equals("(") ? 1 : 0);
                int high = Integer.parseInt(m.group(3)) - (m.group(4).equals(")") ? 1 : 0);
                bands.add(new Band(answer, low, high));
            } else if (open.matches()) {
                String from = open.group(1) == null ? open.group(2) : open.group(1);
                bands.add(new Band(answer, Integer.parseInt(from), TableCriteria.OLDEST));
            }
        }
        return bands;
    }
}
