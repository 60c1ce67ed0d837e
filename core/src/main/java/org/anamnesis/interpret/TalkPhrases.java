package org.anamnesis.interpret;

import java.util.Optional;

/**
 * Whole messages about the conversation, by the phrases of {@code talk.tsv}, with what leads up to
 * them ("on second thought") and trails behind ("if you don't mind") taken off.
 */
final class TalkPhrases {
    private record Phrase(Intent intent, WordPattern pattern) {}

    private static final WordPatterns<Phrase> ALL = new WordPatterns<>(Phrase::pattern);
    private static final WordPatterns<WordPattern> LEADS = new WordPatterns<>(p -> p);
    private static final WordPatterns<WordPattern> TAILS = new WordPatterns<>(p -> p);

    static {
        for (Lines.Line line : Lines.of("talk.tsv")) {
            for (String phrase : line.right().split("\\|")) {
                WordPattern pattern = WordPattern.of(phrase.strip());
                switch (line.left()) {
                    case "lead" -> LEADS.add(pattern);
                    case "tail" -> TAILS.add(pattern);
                    default -> ALL.add(new Phrase(intent(line.left()), pattern));
                }
            }
        }
    }

    private TalkPhrases() {}

    private static Intent intent(String name) {
        return switch (name) {
            case "undo" -> new Intent.Undo(1);
            case "undo 2" -> new Intent.Undo(2);
            case "redo" -> new Intent.Redo(0);
            case "redo 1" -> new Intent.Redo(1);
            case "redo 2" -> new Intent.Redo(2);
            case "first" -> new Intent.Return(1);
            case "second" -> new Intent.Return(2);
            case "third" -> new Intent.Return(3);
            case "back" -> new Intent.PutBack();
            case "drop" -> new Intent.DropLast();
            case "start" -> new Intent.StartOver();
            case "decide" -> new Intent.Decide();
            case "names" -> new Intent.Names();
            case "thanks" -> new Intent.Thanks();
            case "make" -> new Intent.Make(Optional.empty());
            default -> AboutWords.intent(name);
        };
    }

    /** Empty when the words are no such message. */
    static Optional<Intent> intent(PlainWords words, int from, int to) {
        return ALL.whole(words, from, to).map(Phrase::intent);
    }

    /** First word behind what only leads up to the message. */
    static int behindLeads(PlainWords words) {
        int at = 0;
        for (int before = -1; before < at && at < words.size(); ) {
            before = at;
            at = Math.max(at, LEADS.longest(words, before));
        }
        return at < words.size() ? at : 0;
    }

    /** One past the last word before what only trails behind. */
    static int beforeTails(PlainWords words, int from) {
        int end = words.size();
        for (int start = Math.max(from + 1, end - 6); start < end; start++) {
            if (TAILS.whole(words, start, words.size()).isPresent()) {
                return start;
            }
        }
        return end;
    }
}
