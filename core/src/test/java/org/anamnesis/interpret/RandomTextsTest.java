package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Reading.NotUnderstood;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.random.SeedTree;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words of the field in any order, and any characters: no exception, and quotes of the message. */
class RandomTextsTest {
    private static final List<String> WORDS =
            List.of(
                    "patients",
                    "with",
                    "without",
                    "20",
                    "2000",
                    "%",
                    "HbA1c",
                    "above",
                    "between",
                    "and",
                    "or",
                    "aged",
                    "to",
                    "women",
                    "half",
                    "CKD",
                    "stage",
                    "3b",
                    "T2DM",
                    "LDL",
                    "mmol/L",
                    "not",
                    "on",
                    "insulin",
                    "seed",
                    "as",
                    "csv",
                    "mean",
                    "of",
                    "a",
                    "third",
                    "-",
                    "/",
                    "90",
                    "(",
                    ")",
                    "older",
                    "than",
                    "US",
                    "zorbitis",
                    "diabetes",
                    "0",
                    "1e9",
                    "2.5",
                    "smokers",
                    "no",
                    "observations",
                    "blood",
                    "pressure",
                    ",",
                    ">=",
                    "in",
                    "years",
                    "his",
                    "\u0001",
                    "\uD83D\uDE00",
                    "é",
                    "100000000000000000000");

    private final Reader reader = new RuleReader();

    @Test
    void randomWordsNeverThrow() {
        ForAll.seeds(300, seed -> checked(words(seed)));
    }

    @Test
    void randomCharactersNeverThrow() {
        ForAll.seeds(100, seed -> checked(characters(seed)));
    }

    @Tag("slow")
    @Test
    void manyRandomTextsNeverThrow() {
        ForAll.seeds(5000, seed -> checked(words(seed)));
        ForAll.seeds(2000, seed -> checked(characters(seed)));
    }

    private static String words(long seed) {
        long key = SeedTree.key(new SeedTree(7).purpose("words"), seed);
        int n = 1 + (int) (SeedTree.uniform(key, 0) * 25);
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= n; i++) {
            text.append(WORDS.get((int) (SeedTree.uniform(key, i) * WORDS.size())));
            text.append(SeedTree.uniform(key, 100 + i) < 0.9 ? " " : "");
        }
        return text.toString();
    }

    private static String characters(long seed) {
        long key = SeedTree.key(new SeedTree(8).purpose("characters"), seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            int range = SeedTree.uniform(key, 2 * i) < 0.8 ? 128 : 0xFFFF;
            text.append((char) (SeedTree.uniform(key, 2 * i + 1) * range));
        }
        return text.toString();
    }

    private void checked(String text) {
        Reading read = reader.read(text, CohortSpec.DEFAULT);
        if (read instanceof Understood u) {
            String clean = MessageText.withoutControls(text);
            for (Quoted q : u.edits()) {
                assertTrue(!q.quote().isEmpty() && clean.contains(q.quote()), q + " in " + text);
                q.edit().apply(CohortSpec.DEFAULT);
            }
            u.ignored().forEach(w -> assertTrue(clean.contains(w), w + " in " + text));
        } else if (read instanceof NotUnderstood n) {
            assertTrue(!n.problems().isEmpty());
        }
        new QuestionReader().read(text, Optional.of("asthma"));
    }
}
