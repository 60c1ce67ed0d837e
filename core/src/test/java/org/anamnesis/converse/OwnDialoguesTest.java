package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dialogues written by those who wrote the rules, so that they show what is read and no share of
 * what others say. {@code context.txt}: words about what was said before, what comes back, goes
 * too, stands for a name, is one end of a limit, or is undone in part. {@code numbers.txt}: numbers
 * without a sign or a name must be of what was meant, and what nobody can tell changes nothing.
 * {@code lists.txt}: lists of observations that grow and shrink, and wishes for a part of the
 * patients, which are refused rather than asked of everyone. {@code examined.txt}: what an
 * examination of every capability, one by one, found wrong. {@code front.txt}: how people begin a
 * talk on the page: vague shares, a unit for everything, names of columns that nobody knows. {@code
 * families.txt}: readings known wrong, each with others of its family. {@code strangers.txt}: talks
 * in the manner of clinicians, nurses, students and engineers, written before they were played; 38
 * of 60 went as written at first, then 11 of 20; those mended or right from the first are here.
 */
class OwnDialoguesTest {
    private final Anamnesis anamnesis = Anamnesis.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.txt",
                "numbers.txt",
                "lists.txt",
                "histories.txt",
                "histories-abroad.txt",
                "examined.txt",
                "front.txt",
                "families.txt",
                "strangers.txt"
            })
    void eachGoesAsItIsWritten(String file) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Dialogue d : Dialogue.all(file)) {
            d.right(d.played(anamnesis), wrong);
        }
        assertEquals(List.of(), wrong);
    }
}
