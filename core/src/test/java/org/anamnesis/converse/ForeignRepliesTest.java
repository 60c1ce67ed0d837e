package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that is told in another language, line by line, holds no word that only English has:
 * what the user wrote, titles of sources and examples stand in quotation marks or apart.
 */
class ForeignRepliesTest {
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "\\b(the|of|is|are|with|and|from|not|this|which|than|people|asked|known|would|"
                            + "patients with|everyone|nothing|observations named|older)\\b");
    private static final Pattern APART =
            Pattern.compile("\"[^\"]*\"|„[^“]*“|«[^»]*»|“[^”]*”|<[^>]*>|\\[[^\\]]*]");

    /** Lines of English dialogues that may stay in English when told in Chinese; it only falls. */
    private static final int LEFT = 60;

    private final Anamnesis anamnesis = Anamnesis.bundled();

    @ParameterizedTest
    @ValueSource(strings = {"languages-tuned.txt", "languages-apart.txt"})
    void nothingIsToldInEnglish(String file) throws IOException {
        Set<String> left = new TreeSet<>();
        for (Dialogue d : Dialogue.all(file)) {
            Language language =
                    Language.valueOf(d.title().substring(2, 4).toUpperCase(java.util.Locale.ROOT));
            Conversation conversation = Conversation.EMPTY;
            for (Dialogue.Expected e : d.turns()) {
                Step step = anamnesis.turn(conversation, e.message());
                conversation = step.after();
                Turn turn = step.turn();
                if (!turn.language().equals("en")) {
                    assertEquals(language.code(), turn.language(), e.message());
                }
                if (turn.language().equals(language.code())) {
                    left.addAll(english(lines(turn), language));
                }
            }
        }
        assertEquals(Set.of(), left);
    }

    /** Whatever English dialogues bring about can be told in another language as well. */
    @Tag("slow")
    @Test
    void nearlyAllOfEnglishDialoguesCanBeTold() throws IOException {
        Set<String> left = new TreeSet<>();
        for (Dialogue d : Dialogue.all("a.txt")) {
            Conversation conversation = Conversation.EMPTY;
            for (Dialogue.Expected e : d.turns()) {
                Step step = anamnesis.turn(conversation, e.message());
                conversation = step.after();
                if (step.turn().language().equals("en")) {
                    Turn told = ToldTurn.of(step.turn(), Language.ZH);
                    left.addAll(english(lines(told), Language.ZH));
                }
            }
        }
        assertTrue(left.size() <= LEFT, left.size() + ": " + String.join("\n", left));
    }

    private static List<String> lines(Turn t) {
        List<String> all = new ArrayList<>(t.reply().lines().toList());
        all.addAll(t.reading());
        t.changes().forEach(c -> all.add(c.text()));
        all.addAll(t.assumed());
        all.addAll(t.warnings());
        t.problems().forEach(p -> all.addAll(List.of(p.message(), p.suggestion())));
        t.question().ifPresent(q -> all.add(q.text()));
        t.question().ifPresent(q -> all.addAll(q.choices()));
        return all;
    }

    /** Titles of sources and guidelines stay as their authors gave them. */
    private static List<String> english(List<String> lines, Language language) {
        Told told = new Told(language);
        List<String> titles =
                List.of(
                        told.of("source: x").replace("x", ""),
                        told.of("data: 2 figures from x").substring(0, 3),
                        told.of("guideline: x (read in its source)").substring(0, 3),
                        told.of("another source: 1 %: x; x; x").substring(0, 3));
        return lines.stream()
                .filter(
                        l ->
                                titles.stream()
                                        .noneMatch(
                                                t ->
                                                        l.strip()
                                                                .replaceFirst("^- ", "")
                                                                .startsWith(t)))
                .filter(l -> ENGLISH.matcher(APART.matcher(l).replaceAll("")).find())
                .toList();
    }
}
