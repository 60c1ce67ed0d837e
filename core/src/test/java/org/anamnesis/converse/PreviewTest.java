package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.anamnesis.report.PreviewFragment;
import org.junit.jupiter.api.Test;

/** A look at a cohort before it is made. */
class PreviewTest {
    private static final Anamnesis PROGRAM = Anamnesis.bundled();

    private static Previewed look(int patients, String... messages) {
        Conversation c = Conversation.EMPTY;
        for (String m : messages) {
            c = PROGRAM.turn(c, m).after();
        }
        return PROGRAM.preview(c, patients, 20);
    }

    @Test
    void theSampleMeetsWhatWasAskedAndIsTheSameEachTime() {
        String asked = "5000 type 2 diabetes patients aged 40 to 70, 60 % women, over 5 years";
        Previewed p = look(200, asked);
        assertEquals(200, p.patients());
        assertEquals(20, p.rows().size());
        List<String> names = p.columns().stream().map(Previewed.Column::name).toList();
        int age = names.indexOf("age_years");
        assertTrue(age >= 0, names::toString);
        for (List<String> row : p.rows()) {
            assertEquals(p.columns().size(), row.size());
            int years = Integer.parseInt(row.get(age));
            assertTrue(years >= 40 && years <= 70, row::toString);
        }
        assertEquals(
                0.6, // levels of sex: female, male
                p.found().evaluation().categories().stream()
                        .filter(f -> f.field().id().equals("sex"))
                        .findFirst()
                        .orElseThrow()
                        .share(0),
                1e-9);
        assertEquals(p.rows(), look(200, asked).rows());
    }

    @Test
    void fewerPatientsThanTheSampleAreAllThere() {
        assertEquals(7, look(200, "7 people with asthma").rows().size());
    }

    @Test
    void aWhatIfIsHeldAgainstItsBaseline() throws IOException {
        Previewed p = look(200, "500 asthma patients", "what if they were all smokers?");
        assertTrue(p.found().baseline().isPresent());
        StringBuilder html = new StringBuilder();
        PreviewFragment.write(p.found(), html);
        assertTrue(html.indexOf("What if") > 0);
        assertFalse(html.toString().contains("<script"));
        assertFalse(html.toString().contains("<!DOCTYPE"));
    }

    @Test
    void looksAtTheSameTimeAreEachAsAlone() {
        List<String> asked =
                List.of(
                        "500 type 2 diabetes patients, mean HbA1c 9",
                        "300 women over 60 with hypertension",
                        "400 children with asthma",
                        "200 adults with CKD stage 3b, 30 % on ACE inhibitors");
        List<List<List<String>>> alone = asked.stream().map(a -> look(100, a).rows()).toList();
        Anamnesis unused = Anamnesis.bundled(); // has read nothing yet
        List<List<List<String>>> together =
                asked.parallelStream()
                        .map(a -> unused.turn(Conversation.EMPTY, a).after())
                        .map(c -> unused.preview(c, 100, 20).rows())
                        .toList();
        assertEquals(alone, together);
    }

    @Test
    void whatItsProgressThrowsEndsALook() {
        Conversation c = PROGRAM.turn(Conversation.EMPTY, "200 people with asthma").after();
        List<String> steps = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () ->
                        PROGRAM.preview(
                                c,
                                100,
                                20,
                                (what, fraction) -> {
                                    steps.add(what);
                                    if (fraction > 0.5) {
                                        throw new CancellationException();
                                    }
                                }));
        assertEquals(2, steps.size(), steps::toString);
    }

    @Test
    void everyBadgeOfTheFragmentLeadsToASource() throws IOException {
        StringBuilder html = new StringBuilder();
        PreviewFragment.write(look(200, "200 type 2 diabetes patients").found(), html);
        var links = Pattern.compile("href=\"#(source-\\d+)\"").matcher(html);
        int n = 0;
        for (; links.find(); n++) {
            assertTrue(html.indexOf("id=\"" + links.group(1) + "\"") > 0, links.group(1));
        }
        assertTrue(n > 20, "links: " + n);
    }
}
