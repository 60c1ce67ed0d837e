package org.anamnesis.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.anamnesis.converse.Outcome;

/** What is said of a cohort that was made. */
final class OutcomeWords {
    private static final int MANY = 20;

    private OutcomeWords() {}

    static void speak(Outcome done, Voice voice) {
        voice.list(done.told("Understood"), done.understood());
        voice.list(done.told("Assumed"), done.assumed());
        voice.list(
                done.told("Not used"), done.notUsed().stream().map(w -> "\"" + w + "\"").toList());
        voice.list(done.told("Where the numbers come from"), done.sources());
        voice.list(done.told("Take care"), done.warnings());
        if (done.folder().isEmpty()) {
            voice.line(done.told("Nothing was written (dry run)."));
            return;
        }
        voice.line(
                String.format(
                        Locale.ROOT,
                        "%s %s (%.1f s): %s",
                        done.told(
                                String.format(
                                        Locale.ROOT, "%,d synthetic patients in", done.patients())),
                        done.folder().get(),
                        done.seconds(),
                        String.join(", ", few(done.files()))));
        voice.line(
                done.told("Open " + done.folder().get().resolve("report.html") + " in a browser."));
    }

    /** A folder of more files than anybody reads is one name. */
    private static List<String> few(List<String> files) {
        Map<String, Long> inside =
                files.stream()
                        .filter(f -> f.contains("/"))
                        .collect(
                                Collectors.groupingBy(OutcomeWords::folder, Collectors.counting()));
        return files.stream()
                .map(
                        f -> {
                            long n = f.contains("/") ? inside.get(folder(f)) : 0;
                            return n > MANY
                                    ? String.format(Locale.ROOT, "%s (%,d files)", folder(f), n)
                                    : f;
                        })
                .distinct()
                .toList();
    }

    private static String folder(String file) {
        return file.substring(0, file.indexOf('/'));
    }
}
