package org.anamnesis.converse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Visits of diabetes patients with a known course, and what a table of visits looks like. */
final class Visits {
    static final String HEADER =
            "patient_id,visit_date,sex,height_cm,weight_kg,bmi,hba1c,ckd,los,discharge";

    /** Correlation of HbA1c's deviation from one visit to the next. */
    private static final double KEPT = 0.6;

    private Visits() {}

    /**
     * Persons with 1 to 12 visits: HbA1c has a level of the person's own and falls by 0.08 a visit
     * with AR(1) noise; nobody has the key of one of another seed; CKD stays once there; BMI
     * follows from weight and height.
     */
    static Path write(Path file, long seed, int persons) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var text = new StringBuilder(HEADER).append('\n');
        for (int p = 0; p < persons; p++) {
            boolean female = random.nextBoolean();
            double height = Math.rint((female ? 165 : 178) + 7 * random.nextGaussian());
            double weight = 82 + 15 * random.nextGaussian();
            double own = 0.8 * random.nextGaussian();
            double noise = 0.6 * random.nextGaussian();
            boolean ckd = random.nextDouble() < 0.1;
            LocalDate day = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(2500));
            int visits = 1 + (int) Math.min(11, -4 * Math.log(1 - random.nextDouble()));
            for (int t = 0; t < visits; t++) {
                double kilos = Math.rint(10 * weight) / 10;
                int stay = (int) (-3 * Math.log(1 - random.nextDouble()));
                String a1c =
                        random.nextDouble() < 0.07
                                ? ""
                                : String.format(Locale.ROOT, "%.1f", 8.2 + own - 0.08 * t + noise);
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%d,%s,%s,%.0f,%.1f,%.1f,%s,%s,%d,%s\n",
                                100_000L * seed + 1000 + 7L * p,
                                day,
                                female ? "F" : "M",
                                height,
                                kilos,
                                10_000 * kilos / height / height,
                                a1c,
                                ckd ? "yes" : "no",
                                stay,
                                day.plusDays(stay)));
                day = day.plusDays(stay + Math.max(20, (int) (90 + 25 * random.nextGaussian())));
                noise = KEPT * noise + 0.48 * random.nextGaussian();
                weight += 1.1 * random.nextGaussian();
                ckd |= random.nextDouble() < 0.05;
            }
        }
        return Files.writeString(file, text.toString());
    }

    /** Rows by person, cells by column name. */
    static Map<String, List<Map<String, String>>> read(Path file, String key) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] header = lines.get(0).split(",", -1);
        Map<String, List<Map<String, String>>> persons = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int k = 0; k < cells.length; k++) {
                row.put(header[k], cells[k]);
            }
            persons.computeIfAbsent(row.get(key), id -> new ArrayList<>()).add(row);
        }
        return persons;
    }

    /** Correlation of a number with the same number {@code lag} rows before. */
    static double correlation(
            Map<String, List<Map<String, String>>> persons, String column, int lag) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (List<Map<String, String>> rows : persons.values()) {
            for (int t = lag; t < rows.size(); t++) {
                String before = rows.get(t - lag).get(column);
                String now = rows.get(t).get(column);
                if (!before.isEmpty() && !now.isEmpty()) {
                    double x = Double.parseDouble(before);
                    double y = Double.parseDouble(now);
                    n++;
                    sx += x;
                    sy += y;
                    sxx += x * x;
                    syy += y * y;
                    sxy += x * y;
                }
            }
        }
        return (sxy - sx * sy / n) / Math.sqrt((sxx - sx * sx / n) * (syy - sy * sy / n));
    }
}
