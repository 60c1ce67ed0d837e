package org.anamnesis.learn;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that somebody wrote freely, however few they are: a ward that writes one of eleven comments
 * a day has written "seen by Dr Costa" among them.
 */
final class FreeText {
    private static final Set<String> HEADERS =
            Set.of(
                    "comment",
                    "comments",
                    "note",
                    "notes",
                    "remark",
                    "remarks",
                    "free text",
                    "freetext",
                    "narrative",
                    "progress note",
                    "letter",
                    "history text",
                    "bemerkung",
                    "bemerkungen",
                    "kommentar",
                    "notiz",
                    "notizen",
                    "freitext",
                    "anmerkung",
                    "anmerkungen",
                    "comentario",
                    "comentarios",
                    "observaciones",
                    "nota",
                    "notas",
                    "commentaire",
                    "commentaires",
                    "remarque",
                    "remarques");

    /** Share of cells of several words from which on a column of that name holds sentences. */
    private static final double SENTENCES = 0.3;

    /** Words of a sentence; "not done" and "known allergy" are answers. */
    private static final Pattern SENTENCE = Pattern.compile("\\S+(\\s+\\S+){2,}");

    /** A person within a text. */
    private static final Pattern PERSON =
            Pattern.compile(
                    ".*\\b(Dr|Drs|Prof|Mr|Mrs|Ms|Miss|Herr|Herrn|Frau|Mme|Sra)\\b\\.? \\p{Lu}[\\p{L}'’-]+.*",
                    Pattern.DOTALL);

    private FreeText() {}

    /**
     * Whether the column's header says so, or a person named within a text that would be kept.
     *
     * @param levels texts of enough people to be learned
     */
    static boolean is(String header, Cells cells, List<String> levels) {
        return (HeaderWords.has(header, HEADERS)
                        && cells.share(t -> SENTENCE.matcher(t).matches()) > SENTENCES)
                || levels.stream().anyMatch(t -> PERSON.matcher(t).matches());
    }
}
