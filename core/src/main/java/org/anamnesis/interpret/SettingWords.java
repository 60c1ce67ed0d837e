package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/** Seed, file formats and engine. */
final class SettingWords {
    private static final Map<String, String> FORMATS =
            Map.of(
                    "csv", "csv", "csvs", "csv", "parquet", "parquet", "fhir", "fhir", "omop",
                    "omop");
    private static final String BUNDLES = "bundles?";
    private static final String PACKED = "omop-parquet";
    private static final Set<String> UNKNOWN_FORMATS =
            Set.of(
                    "json", "ndjson", "excel", "xlsx", "xls", "sql", "sqlite", "hl7", "avro", "xml",
                    "arrow", "feather", "cda", "ccda", "stata", "sas", "spss");
    private static final Map<String, String> ENGINES_TO_COME =
            Map.of(
                    "gan",
                    "gan",
                    "gans",
                    "gan",
                    "ctgan",
                    "gan",
                    "medgan",
                    "gan",
                    "diffusion",
                    "diffusion",
                    "tabddpm",
                    "diffusion",
                    "autoregressive",
                    "autoregressive",
                    "autoregression",
                    "autoregressive");
    private static final Set<String> UNKNOWN_ENGINES =
            Set.of(
                    "tvae",
                    "vae",
                    "llm",
                    "transformer",
                    "transformers",
                    "gpt",
                    "smote",
                    "autoencoder");

    private SettingWords() {}

    static void find(Draft draft, CohortSpec current) {
        seed(draft, current);
        formats(draft, current);
        DatabaseWords.find(draft, current);
        engine(draft);
    }

    private static void seed(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (!s.word(i).equals("seed")) {
                continue;
            }
            int n = i + 1;
            while (Set.of("=", ":", "of", "is", "number", "to", "value", "back", "again", "at")
                    .contains(s.word(n))) {
                n++;
            }
            boolean before = s.after(i - 2, "as the seed") > 0 || s.after(i - 1, "as seed") > 0;
            int as = s.word(i - 1).equals("the") ? i - 2 : i - 1;
            if (!s.at(n).number() && before && s.at(as - 1).number()) { // "use 42 as the seed"
                whole(draft, as - 1, as - 1, i + 1);
                continue;
            }
            if (!s.at(n).number() && s.like(i - 1, "different|another|new|other|fresh")) {
                int from = s.like(i - 2, "a|an|the") ? i - 2 : i - 1;
                from = s.like(from - 1, "use|try|take|with|want|pick|choose") ? from - 1 : from;
                draft.edit(new Edit.SetSeed(current.seed() + 1), from, i + 1);
                continue;
            }
            if (!s.at(n).number()) {
                continue;
            }
            whole(draft, n, i, n + 1);
        }
    }

    private static void whole(Draft draft, int n, int from, int to) {
        Sentence s = draft.sentence;
        BigDecimal value = s.at(n).value();
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        if (whole && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            draft.edit(new Edit.SetSeed(value.longValueExact()), from, to);
        } else {
            draft.problem(
                    "request.seed.range",
                    from,
                    to,
                    "A seed is a whole number of at most 19 digits.",
                    "seed 42");
        }
    }

    private static void formats(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        List<String> formats = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        int from = -1;
        int to = -1;
        boolean not = false;
        for (int i = 0; i < s.size(); i++) {
            String w = s.word(i);
            if (!s.free(i)) {
                continue;
            }
            if (FORMATS.containsKey(w)) {
                int denied = denied(s, i);
                boolean listed = to > 0 && Lists.joined(s, to, i) && !s.like(i - 1, "but");
                not = denied < i || (not && listed);
                // "FHIR bundles", "bundles of FHIR": one a patient; "a bundle of csv" is none
                boolean bundled =
                        w.equals("fhir")
                                && (s.like(i + 1, BUNDLES)
                                        || s.like(i + 2, BUNDLES)
                                        || (s.like(i - 1, "of|in|as") && s.like(i - 2, BUNDLES)));
                int packed = packed(s, i);
                (not ? gone : formats)
                        .add(packed > i ? PACKED : bundled ? "bundles" : FORMATS.get(w));
                from = from < 0 ? denied : from;
                to = Math.max(packed, i) + 1;
                while (to < i + 3 && s.like(to, "cdm|bundles?|resources|r4|transaction|ndjson")) {
                    to++;
                }
                s.use(denied, to);
            } else if (UNKNOWN_FORMATS.contains(w)) {
                draft.problem(
                        "request.format.unknown",
                        i,
                        i + 1,
                        "This format is not there yet.",
                        "csv, parquet, FHIR, FHIR bundles, OMOP or OMOP in Parquet");
            }
        }
        if (from < 0) {
            return;
        }
        if (formats.isEmpty()) {
            List<String> rest = current.formats().stream().filter(f -> !gone.contains(f)).toList();
            if (rest.isEmpty() || rest.equals(current.formats())) {
                draft.unread(from, to);
            } else {
                draft.edit(new Edit.SetFormats(rest), from, to, false);
            }
            return;
        }
        if (added(s, from, to)) {
            formats.addAll(0, current.formats());
        }
        formats.removeAll(gone);
        List<String> once = formats.stream().distinct().toList();
        draft.edit(new Edit.SetFormats(once), from, to, false);
    }

    /** The last word of "OMOP in Parquet", "Parquet OMOP" that begins at a token, else −1. */
    private static int packed(Sentence s, int i) {
        int to = i + 1;
        if (s.word(i).equals("parquet")) {
            to = s.like(to, "files?|tables?") ? to + 1 : to;
            to = s.like(to, "of|for") ? to + 1 : to;
            return s.word(to).equals("omop") ? to : -1;
        }
        if (!s.word(i).equals("omop")) {
            return -1;
        }
        while (s.like(to, "cdm|tables?|files?|format|v?5\\.4|-")) {
            to++;
        }
        to = s.like(to, "in|as|to|into") ? to + 1 : to;
        return s.word(to).equals("parquet") ? to : -1;
    }

    /** Where the words begin that deny the format at a token, or the token. */
    private static int denied(Sentence s, int i) {
        int at = i;
        while (s.like(at - 1, "the|any|a|more|of|need|want|require|write|have|output")) {
            at--;
        }
        boolean no = Words.NEGATION.contains(s.word(at - 1)) || s.word(at - 1).equals("forget");
        return no && s.free(at - 1) ? at - 1 : i;
    }

    /** "also FHIR", "FHIR too": beside what is written already. */
    private static boolean added(Sentence s, int from, int to) {
        if (s.like(to, "only|alone|exclusively") || s.like(from - 1, "only|just")) {
            return false;
        }
        if (from <= 2 && s.like(0, "and")) {
            return true; // "and OMOP"
        }
        for (int k = Math.max(0, from - 4); k < from; k++) {
            if (s.like(k, "also|add|additionally|plus|besides|another")) {
                return true;
            }
        }
        for (int k = to; k < s.size() && s.free(to, k + 1); k++) {
            boolean on =
                    s.after(k, "on top") > 0
                            || s.after(k, "as well") > 0
                            || s.after(k, "in addition") > 0;
            if (on || s.like(k, "too|additionally|besides|additional|extra|further|alongside")) {
                s.use(k, on ? k + 2 : k + 1);
                return true;
            }
        }
        return false;
    }

    private static void engine(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            String w = s.word(i);
            if (!s.free(i)) {
                continue;
            }
            boolean named = s.word(i + 1).equals("engine") || s.word(i - 1).equals("engine");
            if (w.equals("trees") || w.equals("cart") || (w.equals("tree") && named)) {
                draft.edit(new Edit.SetEngine("trees"), i, i + 1);
            } else if (w.equals("copula") || w.equals("copulas")) {
                int from = s.word(i - 1).equals("gaussian") ? i - 1 : i;
                draft.edit(new Edit.SetEngine("copula"), from, i + 1);
            } else if (ENGINES_TO_COME.containsKey(w)) {
                int end = s.like(i + 1, "model|engine|models") ? i + 2 : i + 1;
                int from = s.word(i - 1).equals("a") ? i - 1 : i;
                boolean made =
                        s.like(from - 1, "with|by|using|through")
                                && s.like(from - 2, "made|generated|drawn|sampled");
                draft.edit(new Edit.SetEngine(ENGINES_TO_COME.get(w)), made ? from - 2 : i, end);
            } else if (UNKNOWN_ENGINES.contains(w) || s.after(i, "bayesian network") > 0) {
                int end = w.equals("bayesian") ? i + 2 : i + 1;
                draft.problem(
                        "request.engine.unknown",
                        i,
                        end,
                        "This engine is not there yet.",
                        "the engine trees (the default), or copula");
            }
        }
    }
}
