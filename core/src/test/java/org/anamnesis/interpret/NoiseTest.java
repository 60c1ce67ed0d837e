package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.anamnesis.random.SeedTree;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecCheck;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is typed: an answer, no exception, and soon. */
class NoiseTest {
    private static final String[] WORDS =
            ("diabetes type 1 2 hypertension CKD stage 3b and or nor without no not 20 % 120 half a third of"
                            + " with hba1c A1c blood pressure 140/90 above below between 8 9 7.5 mmol/mol mg/dL aged"
                            + " 40 to - 65 over under women men smokers Black Hispanic non on insulin metformin"
                            + " zorbitis patients 2000 two thousand million mean age BMI seed csv parquet trees the US"
                            + " German , . ( ) : = > < >= 1e9 -5 0 plus also observations top 10 exclude drop equal")
                    .split(" ");

    private final Reader reader = new RuleReader();

    private static String text(long seed, int length, int kind) {
        long key = SeedTree.key(new SeedTree(seed).purpose("noise"), kind);
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            int r = (int) (SeedTree.uniform(key, i) * 65536);
            switch (kind) {
                case 0 -> text.append((char) (32 + r % 95));
                case 1 -> text.append((char) (r % 256));
                case 2 -> text.append((char) r);
                case 3 -> text.append("0123456789., -/%+".charAt(r % 17));
                default -> text.append(WORDS[r % WORDS.length]).append(' ');
            }
        }
        return text.toString();
    }

    /** Whatever is understood must also be a specification that can be checked. */
    private void read(String text) {
        Reading reading = reader.read(text, CohortSpec.DEFAULT);
        assertNotNull(reading);
        if (reading instanceof Reading.Understood understood) {
            CohortSpec spec = CohortSpec.DEFAULT;
            for (Reading.Quoted quoted : understood.edits()) {
                spec = quoted.edit().apply(spec);
            }
            assertNotNull(SpecCheck.problems(spec));
        } else if (reading instanceof Reading.NotUnderstood refused) {
            assertFalse(refused.problems().isEmpty());
        }
    }

    @Test
    void noTextThrows() {
        ForAll.seeds(
                400,
                seed -> {
                    for (int kind = 0; kind < 5; kind++) {
                        read(text(seed, 1 + (int) (seed % 120), kind));
                    }
                });
    }

    @Tag("slow")
    @Test
    void aLongMessageOfNoiseIsRefused() {
        for (int kind = 0; kind < 5; kind++) {
            read(text(7, RuleReader.LONGEST - 10, kind));
        }
        for (int kind = 0; kind < 4; kind++) {
            Reading reading =
                    reader.read(text(7, RuleReader.LONGEST - 10, kind), CohortSpec.DEFAULT);
            assertFalse(reading instanceof Reading.Understood, "kind " + kind);
        }
    }
}
