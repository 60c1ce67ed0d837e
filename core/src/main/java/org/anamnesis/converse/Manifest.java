package org.anamnesis.converse;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.export.PublishedFile;
import org.anamnesis.export.omop.Vocabulary;
import org.anamnesis.plan.DealtWords;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.spec.Populations;

/** What a run says of itself: versions, seed, evidence, row counts, checksums. */
final class Manifest {
    private Manifest() {}

    static String of(
            GenerationPlan plan,
            Evidence evidence,
            ReferencePopulation people,
            Map<String, Object> network,
            String vocabulary,
            Map<String, List<String>> unmapped,
            Map<String, Long> rows,
            List<PublishedFile> files) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("anamnesis", Desk.VERSION);
        m.put("synthetic", "no row describes a real person; not for clinical decisions");
        m.put("made", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        m.put("java", System.getProperty("java.version"));
        m.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        m.put("patients", plan.spec().count());
        m.put("seed", plan.spec().seed());
        m.put("engine", plan.spec().engine());
        m.put("evidence", evidence.version());
        m.put("population", people.about());
        if (Populations.borrowed(plan.spec())) {
            m.put("borrowed", Populations.warning(plan.spec().population()));
        }
        if (!plan.deals().isEmpty()) {
            m.put("chosen_at_random", plan.explained().stream().filter(DealtWords::told).toList());
        }
        if (network.isEmpty()) {
            m.put("learned_from_rows", plan.people().rows());
        } else {
            m.put("network", network);
        }
        if (!plan.explained().isEmpty()) {
            m.put("explained", plan.explained());
        }
        if (!vocabulary.equals(Vocabulary.SEEN.version())) {
            m.put("vocabulary", vocabulary);
        }
        if (!unmapped.isEmpty()) {
            m.put("codes_without_concept", unmapped);
        }
        return text(m, rows, files);
    }

    /**
     * What was said of a folder, and its files.
     *
     * @param rows by name of the file, where they are told
     */
    static String text(
            Map<String, Object> said, Map<String, Long> rows, List<PublishedFile> files) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (PublishedFile file : files) {
            Map<String, Object> f = new LinkedHashMap<>();
            f.put("name", file.name());
            if (rows.containsKey(file.name())) {
                f.put("rows", rows.get(file.name()));
            }
            f.put("bytes", file.bytes());
            f.put("sha256", file.sha256());
            list.add(f);
        }
        Map<String, Object> m = new LinkedHashMap<>(said);
        m.put("files", list);
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(m) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
