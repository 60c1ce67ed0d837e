package org.anamnesis.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.anamnesis.random.SeedTree;

/**
 * A file of microdata with every column that the census reads, of made persons: nothing in it is
 * anybody's or of any country. Numbers follow one hidden number of each person, so that there is
 * something to learn.
 */
public final class MadeSurvey {
    private static final String[] CYCLES = {
        "2011-2012", "2013-2014", "2015-2016", "2017-2018", "2017-Mar2020"
    };

    private MadeSurvey() {}

    /** Writes the file of adults into a folder, under the name that is looked for. */
    public static void write(Path folder, int persons, long seed) throws IOException {
        List<SurveyColumn> columns =
                Survey.join(Survey.WHO, Survey.ADULT_BASE, Survey.ADULT_2017, Survey.ADULT_DRUGS);
        List<String> names =
                new ArrayList<>(
                        List.of(
                                "seqn",
                                "cycle",
                                "wt_mec_2yr",
                                "dm_diagnosed",
                                "t1dm_likely",
                                "cancer_ever",
                                "cancer_type_1_code"));
        columns.stream().map(SurveyColumn::from).forEach(names::add);
        List<String> all = names.stream().distinct().toList();
        Path file = folder.resolve("nhanes_adults_2005_2020.csv.gz");
        try (var out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(Files.newOutputStream(file)),
                                StandardCharsets.UTF_8))) {
            out.write(String.join(",", all) + "\n");
            for (int i = 0; i < persons; i++) {
                Map<String, String> row = row(columns, i, SeedTree.key(seed, i));
                out.write(String.join(",", all.stream().map(row::get).toList()) + "\n");
            }
        }
    }

    private static Map<String, String> row(List<SurveyColumn> columns, int person, long key) {
        double hidden = SeedTree.uniform(key, 0);
        Map<String, String> row = new LinkedHashMap<>();
        int k = 1;
        for (SurveyColumn c : columns) {
            double u = (hidden + SeedTree.uniform(key, k++)) / 2;
            row.put(c.from(), cell(c, u));
        }
        row.put("age", Integer.toString(18 + (int) (63 * hidden)));
        row.put("seqn", Integer.toString(5 * person));
        row.put("cycle", CYCLES[person / 5 % CYCLES.length]);
        row.put("wt_mec_2yr", Integer.toString(1_000 + (int) (9_000 * SeedTree.uniform(key, k++))));
        row.put("dm_diagnosed", hidden > 0.6 ? "1" : "0");
        row.put("t1dm_likely", SeedTree.uniform(key, k++) < 0.2 ? "1" : "0");
        row.put("cancer_ever", hidden > 0.8 ? "1" : "0");
        row.put("cancer_type_1_code", List.of("14", "16", "23", "30", "10").get(person % 5));
        return row;
    }

    /** A level, yes or no, or a number of the column's decimals between 50 and 100. */
    private static String cell(SurveyColumn c, double u) {
        if (!c.meaning().isEmpty()) {
            return c.meaning().get((int) (u * c.meaning().size()));
        }
        if (c.variable().isCategory()) {
            return u > 0.5 ? "1" : "0";
        }
        double scale = Math.pow(10, c.variable().decimals());
        return Double.toString(Math.rint((50 + 50 * u) * scale) / scale);
    }
}
