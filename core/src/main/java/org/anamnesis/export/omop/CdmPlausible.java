package org.anamnesis.export.omop;

import java.util.List;

/**
 * What OHDSI's Data Quality Dashboard takes for plausible of a concept.
 *
 * @param table and {@code column}: where the concept stands
 * @param sex {@code Male} or {@code Female}, empty if either
 * @param units ids of units that its values may have, separated by commas; empty if any
 * @param share per cent of the rows that may be otherwise
 */
public record CdmPlausible(
        String table,
        String column,
        int concept,
        String name,
        String sex,
        String units,
        double share) {
    /** Of every concept that it knows. */
    public static List<CdmPlausible> all() {
        return CdmLayout.lines("cdm54plausible.tsv").stream()
                .map(l -> l.split("\t", -1))
                .map(
                        f ->
                                new CdmPlausible(
                                        f[0],
                                        f[1],
                                        Integer.parseInt(f[2]),
                                        f[3],
                                        f[4],
                                        f[5],
                                        Double.parseDouble(f[6])))
                .toList();
    }
}
