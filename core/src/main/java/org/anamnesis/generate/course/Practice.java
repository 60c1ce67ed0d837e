package org.anamnesis.generate.course;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.problem.EnvironmentException;

/** How values move, what is ordered when and how drugs are taken: the tables of this package. */
final class Practice {
    private static final String ANY = "*";

    /**
     * How a value moves within one person around a personal course.
     *
     * @param log whether on the scale of logarithms
     * @param within SD of the deviations, of logarithms or in the unit of the value
     * @param differs SD between persons of the logarithm of that SD
     * @param memory years after which a deviation has fallen to 1/e
     */
    record Course(boolean log, double within, double differs, double memory) {}

    /**
     * Observations that are ordered together.
     *
     * @param months after which they are due again; 0 for those taken at every visit in person
     * @param done share of times that they are then done
     */
    record Panel(String name, double months, double done) {}

    /**
     * A class of drugs.
     *
     * @param conditions that it is taken for; it does not start before the first of them
     * @param step in the treatment of hyperglycaemia, 0 if it does not belong there
     * @param medianDays until it is paused
     */
    record Drug(List<String> conditions, int step, double medianDays) {}

    /**
     * A value whose deviations come and go with those of another.
     *
     * @param with the other column
     * @param correlation of their deviations
     */
    record Together(String with, double correlation) {}

    private static final Map<String, Course> COURSES = new HashMap<>();
    private static final Map<String, Panel> PANELS = new HashMap<>();
    private static final Map<String, Drug> DRUGS = new HashMap<>();
    private static final Map<String, Together> TOGETHER = new HashMap<>();
    private static final Map<String, String> COURSE_BASIS = new HashMap<>();
    private static final Map<String, String> ORDER_BASIS = new HashMap<>();

    static {
        for (String[] r : rows("courses.tsv")) {
            boolean log = r[1].equals("LOG");
            COURSES.put(r[0], new Course(log, number(r[2]), number(r[3]), number(r[4])));
            COURSE_BASIS.put(
                    r[0],
                    "%s%s within a person (%s); fades to 37 %% in %s years (assumption)"
                            .formatted(log ? "SD of logarithms " : "SD ", r[2], r[5], r[4]));
        }
        for (String[] r : rows("together.tsv")) {
            TOGETHER.put(r[0], new Together(r[1], number(r[2])));
            COURSE_BASIS.merge(
                    r[0], "with %s %s (%s)".formatted(r[1], r[2], r[3]), "%s; %s"::formatted);
        }
        for (String[] r : rows("orders.tsv")) {
            var panel = new Panel(r[0], number(r[2]), number(r[3]));
            for (String observation : r[1].split(",")) {
                PANELS.put(observation, panel);
                ORDER_BASIS.put(observation, ordered(panel) + ": " + r[4]);
            }
        }
        for (String[] r : rows("drugs.tsv")) {
            List<String> conditions = r[1].equals("-") ? List.of() : List.of(r[1].split(","));
            DRUGS.put(r[0], new Drug(conditions, Integer.parseInt(r[2]), number(r[3])));
        }
    }

    private Practice() {}

    private static String ordered(Panel panel) {
        return panel.months() == 0
                ? "Measured at every visit in person, " + panel.name()
                : "Measured every %.0f months, %.0f %% of times, %s"
                        .formatted(panel.months(), 100 * panel.done(), panel.name());
    }

    /** Who says how an observation moves, if it moves by itself. */
    static Optional<String> courseBasis(String observation) {
        return Optional.ofNullable(COURSE_BASIS.get(observation));
    }

    /** Who says when an observation is measured. */
    static String orderBasis(String observation) {
        return ORDER_BASIS.getOrDefault(observation, ORDER_BASIS.get(ANY));
    }

    static Course course(String column) {
        return COURSES.getOrDefault(column, COURSES.get(ANY));
    }

    /** The same in people without diabetes, where that makes a difference. */
    static Course courseWithoutDiabetes(String column) {
        return COURSES.getOrDefault(column + ":without-diabetes", course(column));
    }

    static Optional<Together> together(String column) {
        return Optional.ofNullable(TOGETHER.get(column));
    }

    static Panel panel(String observation) {
        return PANELS.getOrDefault(observation, PANELS.get(ANY));
    }

    static Drug drug(String column) {
        return DRUGS.getOrDefault(column, DRUGS.get(ANY));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    /** Rows of a table beside this class, comments left out. */
    static List<String[]> rows(String name) {
        try (InputStream in = Practice.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the tables of histories are missing; build the program again", e);
        }
    }
}
