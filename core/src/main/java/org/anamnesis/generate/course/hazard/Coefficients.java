package org.anamnesis.generate.course.hazard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.problem.EnvironmentException;

/** A table of published coefficients: terms down, models across. A blank is 0. */
final class Coefficients {
    private final String name;
    private final List<String> models;
    private final Map<String, double[]> terms = new HashMap<>();

    private Coefficients(String name, List<String> lines) {
        this.name = name;
        String[] head = lines.get(0).split("\t", -1);
        models = List.of(head).subList(1, head.length);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != head.length) {
                throw new IllegalArgumentException(name + ": " + line);
            }
            terms.put(
                    cells[0],
                    Arrays.stream(cells)
                            .skip(1)
                            .mapToDouble(c -> c.isEmpty() ? 0 : Double.parseDouble(c))
                            .toArray());
        }
    }

    static Coefficients read(String name) {
        try (InputStream in = Coefficients.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            List<String> lines =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(l -> !l.startsWith("#"))
                            .toList();
            return new Coefficients(name, lines);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the tables of hazards are missing; build the program again", e);
        }
    }

    double of(String term, String model) {
        int at = models.indexOf(model);
        if (at < 0 || !terms.containsKey(term)) {
            throw new IllegalArgumentException(name + " has no " + term + " of " + model);
        }
        return terms.get(term)[at];
    }

    /** One model, in the order of an enumeration whose names are the terms. */
    double[] of(Enum<?>[] order, String model) {
        return Arrays.stream(order).mapToDouble(t -> of(t.name(), model)).toArray();
    }
}
