package org.anamnesis.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.population.RowTest;

/**
 * Studies of one kind that are to be made.
 *
 * @param kind id of the catalogue
 * @param among tests that hold of all of whom they are made; empty: of everyone
 * @param percent of those who have one, above 0 to 100
 * @param settings asked, by id of the catalogue
 * @param files formats of the files; empty: the usual one
 * @param measurements asked, by id of the catalogue in its unit
 * @param findings asked
 * @param measured what of a study stands in the record as numbers, in the order of the catalogue
 * @param shown what of a study stands in the record as findings, in the order of the catalogue
 * @param diagnosed conditions that asked findings make of whoever shows them, each once
 */
public record PlannedStudies(
        String kind,
        List<RowTest> among,
        double percent,
        Map<String, String> settings,
        List<String> files,
        Map<String, Double> measurements,
        List<Asked> findings,
        List<PlannedField> measured,
        List<PlannedField> shown,
        List<PlannedField> diagnosed) {
    /**
     * A finding with the share of the studies that show it, 0 to 100.
     *
     * @param beside whether it is in the same studies as the finding before it
     * @param times how many of them each of these studies shows, drawn between the two
     * @param details of one of them, by side where both are asked
     * @param between details that lie between two numbers, drawn for each study
     */
    public record Asked(
            String finding,
            double percent,
            boolean beside,
            Span times,
            List<Map<String, String>> details,
            Map<String, Span> between) {
        public Asked {
            details =
                    details.stream()
                            .map(d -> Collections.unmodifiableMap(new TreeMap<>(d)))
                            .toList();
            between = Collections.unmodifiableMap(new TreeMap<>(between));
        }
    }

    /** From a number to a larger one or the same, in the unit of the detail. */
    public record Span(double low, double high) {}

    public PlannedStudies {
        among = List.copyOf(among);
        settings = Map.copyOf(settings);
        files = List.copyOf(files);
        measurements = Map.copyOf(measurements);
        findings = List.copyOf(findings);
        measured = List.copyOf(measured);
        shown = List.copyOf(shown);
        diagnosed = List.copyOf(diagnosed);
    }
}
