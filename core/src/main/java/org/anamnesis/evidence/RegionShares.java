package org.anamnesis.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where people of one race or ethnicity live, by census region.
 *
 * @param who level of race and ethnicity
 * @param percent shares by region, in the order of {@link #regions()}
 * @param years in which they were counted
 * @param sources ids
 * @param confidence how far the figures were checked
 */
public record RegionShares(
        String who,
        List<Double> percent,
        String years,
        List<String> sources,
        Confidence confidence) {
    private static final List<String[]> LINES = lines();

    public RegionShares {
        percent = List.copyOf(percent);
        sources = List.copyOf(sources);
    }

    /** The regions' names. */
    public static List<String> regions() {
        return List.of(LINES.get(0)).subList(1, LINES.get(0).length - 3);
    }

    public static List<RegionShares> all() {
        return LINES.subList(1, LINES.size()).stream().map(RegionShares::read).toList();
    }

    /** Of one level of race and ethnicity. */
    public static Optional<RegionShares> of(String who) {
        return all().stream().filter(r -> r.who().equals(who)).findFirst();
    }

    private static RegionShares read(String[] cells) {
        int n = cells.length;
        List<Double> percent = new ArrayList<>();
        for (int k = 1; k < n - 3; k++) {
            percent.add(Double.valueOf(cells[k]));
        }
        return new RegionShares(
                cells[0],
                percent,
                cells[n - 3],
                List.of(cells[n - 2].split(",")),
                Confidence.valueOf(cells[n - 1]));
    }

    private static List<String[]> lines() {
        try (InputStream in = RegionShares.class.getResourceAsStream("regions.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
