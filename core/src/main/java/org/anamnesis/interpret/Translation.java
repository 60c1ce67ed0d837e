package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts a message of another language into English, phrase by phrase, longest first; words that the
 * tables do not know stay as they are, so that they can be quoted back.
 */
final class Translation {
    /** Stands for a number with two readings; {@link UnclearNumbers} asks for another. */
    static final String UNCLEAR = "unclearnumber";

    private static final String[] LINKS = {"", "s", "n", "en", "es", "er"};
    private static final String[] FORMS = {"s", "n", "es", "en", "e"};
    private static final int LONGEST_COMPOUND = 60;
    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_INFLECTED = 5;

    private final String text;
    private final Language language;
    private final PhraseBook book;
    private final List<Piece> pieces;
    private final List<Part> parts = new ArrayList<>();

    private Translation(String text, Language language) {
        this.text = text;
        this.language = language;
        this.book = PhraseBook.of(language);
        this.pieces = Pieces.of(text, language).stream().map(this::meant).toList();
    }

    /** A word with one letter mistyped stands for the one that was meant. */
    private Piece meant(Piece piece) {
        if (piece.kind() != Piece.Kind.WORD || language == Language.ZH) {
            return piece;
        }
        return book.meant(piece.key())
                .filter(w -> inflected(piece.key()).isEmpty() && !ends(piece.key()))
                .map(w -> new Piece(piece.kind(), w, piece.start(), piece.end()))
                .orElse(piece);
    }

    private boolean ends(String key) {
        int length = key.length() > LONGEST_COMPOUND ? 0 : key.length();
        for (int at = SHORTEST_STEM; at < length - 2; at++) {
            if (book.last(key.substring(at)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    static List<Part> parts(String text, Language language) {
        Translation t = new Translation(text, language);
        for (int i = 0; i < t.pieces.size(); ) {
            i = t.next(i);
        }
        return WordOrder.of(Numerals.joined(t.parts));
    }

    private int next(int i) {
        if (i > 0 && letterOfStage(i)) {
            asIs(start(i), end(i + 1));
            return i + 1;
        }
        Optional<PhraseBook.Match> phrase = book.at(pieces, i);
        Optional<HanNumerals.Read> numeral = numeral(i);
        int words = phrase.map(PhraseBook.Match::length).orElse(0);
        if (numeral.isPresent() && numeral.get().length() > words) {
            int end = i + numeral.get().length();
            parts.add(Part.number(numeral.get().digits(), start(i), end(end)));
            return end;
        }
        Optional<String> capitals =
                words < 2 ? book.capitals(text.substring(start(i), end(i + 1))) : Optional.empty();
        if (words == 1 && i > 0 && letterName(i)) {
            asIs(start(i), end(i + 1));
            return i + 1;
        }
        if (capitals.isPresent()) {
            parts.add(Part.words(capitals.get(), start(i), end(i + 1)));
            return i + 1;
        }
        if (phrase.isPresent()) {
            String english = phrase.get().english();
            split(english.equals("on") && goal(i) ? "to" : english, start(i), end(i + words));
            return i + words;
        }
        Piece piece = pieces.get(i);
        return switch (piece.kind()) {
            case NUMBER -> number(i, piece);
            case SIGN -> sign(i, piece);
            case WORD -> word(i, piece);
            case HAN -> han(i);
        };
    }

    /** "das mittlere Alter auf 70": where it shall come to. */
    private boolean goal(int i) {
        boolean next = i + 1 < pieces.size() && pieces.get(i + 1).number();
        return next && pieces.get(i).key().equals("auf");
    }

    /** "3a" is a stage, and its letter no word. */
    private boolean letterOfStage(int i) {
        return pieces.get(i).kind() == Piece.Kind.WORD
                && pieces.get(i).key().matches("[abc]")
                && pieces.get(i - 1).number()
                && end(i) == start(i);
    }

    /** "guarda esto como A": a capital letter within a message is a name. */
    private boolean letterName(int i) {
        char c = text.charAt(start(i));
        return pieces.get(i).kind() == Piece.Kind.WORD
                && end(i + 1) == start(i) + 1
                && c >= 'A'
                && c <= 'Z'
                && !text.equals(text.toUpperCase(Locale.ROOT));
    }

    private int start(int i) {
        return pieces.get(i).start();
    }

    private int end(int i) {
        return pieces.get(i - 1).end();
    }

    private Optional<HanNumerals.Read> numeral(int i) {
        return language == Language.ZH ? HanNumerals.at(pieces, i) : Optional.empty();
    }

    /** Marks in braces become parts of their own. */
    private void split(String english, int start, int end) {
        int at = 0;
        while (at < english.length()) {
            int open = english.indexOf('{', at);
            int close = open == at ? english.indexOf('}', at) + 1 : open;
            int to = close > at ? close : english.length();
            String words = english.substring(at, to).strip();
            if (!words.isEmpty()) {
                parts.add(Part.words(words, start, end));
            }
            at = to;
        }
    }

    private int number(int i, Piece piece) {
        parts.add(
                piece.key().isEmpty()
                        ? Part.words(UNCLEAR, piece.start(), piece.end())
                        : Part.number(piece.key(), piece.start(), piece.end()));
        return i + 1;
    }

    private int sign(int i, Piece piece) {
        // "140，500" is not 140,500: a sign of another width stands apart
        boolean same = text.startsWith(piece.key(), piece.start());
        parts.add(new Part(piece.key(), false, same, piece.start(), piece.end()));
        return i + 1;
    }

    private int word(int i, Piece piece) {
        if (language == Language.DE && compound(piece)) {
            return i + 1;
        }
        Optional<String> inflected = inflected(piece.key());
        if (inflected.isPresent()) {
            split(inflected.get(), piece.start(), piece.end());
            return i + 1;
        }
        Optional<List<Part>> numerals =
                language == Language.DE ? Numerals.apart(book, piece) : Optional.empty();
        numerals.ifPresentOrElse(parts::addAll, () -> asIs(piece.start(), piece.end()));
        return i + 1;
    }

    /** "Eosinophilen", "eosinófilos": a form of a word that stands in the table in another. */
    private Optional<String> inflected(String key) {
        for (String ending : FORMS) {
            int stem = key.length() - ending.length();
            if (stem >= SHORTEST_INFLECTED && key.endsWith(ending)) {
                Optional<String> english = book.word(key.substring(0, stem));
                if (english.filter(e -> !e.isEmpty() && !e.startsWith("#")).isPresent()) {
                    return english;
                }
            }
        }
        return Optional.empty();
    }

    private void asIs(int start, int end) {
        parts.add(new Part(text.substring(start, end), false, true, start, end));
    }

    /** "Schlaganfallpatienten", "Raucheranteil": a word of ours and one that ends compounds. */
    private boolean compound(Piece piece) {
        String key = piece.key();
        int length = key.length() > LONGEST_COMPOUND ? 0 : key.length();
        for (int at = SHORTEST_STEM; at < length - 2; at++) {
            Optional<String> last = book.last(key.substring(at));
            Optional<String> stem =
                    last.isPresent() ? stem(key.substring(0, at)) : Optional.empty();
            int end = at;
            Optional<String> digits =
                    last.filter(l -> l.startsWith("years"))
                            .flatMap(l -> book.word(key.substring(0, end)))
                            .filter(n -> n.startsWith("#"));
            if (digits.isPresent()) { // "dreijährig"
                int cut = piece.start() + at;
                parts.add(Part.number(digits.get().substring(1), piece.start(), cut));
                split(last.get(), cut, piece.end());
                return true;
            }
            if (stem.isPresent()) {
                boolean exact = key.length() == piece.end() - piece.start();
                int cut = piece.start() + at;
                split(stem.get(), piece.start(), exact ? cut : piece.end());
                split(last.get(), exact ? cut : piece.start(), piece.end());
                return true;
            }
        }
        return false;
    }

    private Optional<String> stem(String written) {
        for (String link : LINKS) {
            boolean ends = written.endsWith(link) && written.length() > link.length();
            String stem = written.substring(0, ends ? written.length() - link.length() : 0);
            Optional<String> english =
                    ends ? book.word(stem).or(() -> book.word(stem + "e")) : Optional.empty();
            if (english.isPresent() && !english.get().isEmpty() && english.get().charAt(0) != '#') {
                return english;
            }
        }
        return Optional.empty();
    }

    /** Unknown characters up to the next that is known, as one word. */
    private int han(int i) {
        int to = i + 1;
        while (to < pieces.size()
                && pieces.get(to).kind() == Piece.Kind.HAN
                && book.at(pieces, to).isEmpty()
                && numeral(to).isEmpty()) {
            to++;
        }
        parts.add(Part.words(text.substring(start(i), end(to)), start(i), end(to)));
        return to;
    }
}
