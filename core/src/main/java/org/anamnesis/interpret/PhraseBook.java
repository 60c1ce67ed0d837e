package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the phrases of one language are in English, from a table such as {@code de.tsv} and the
 * names of concepts in {@code de-names.tsv}. In a table, several phrases for one meaning stand
 * between bars; a star at the end of a word stands for each ending of the first line; a phrase that
 * begins with "~" is the last part of compound words.
 */
final class PhraseBook {
    /** In a table: English does without the word. */
    private static final String NOTHING = "-";

    /** The English of the first {@code length} pieces. */
    record Match(String english, int length) {}

    private record Phrase(List<String> keys, String english) {}

    private static final Map<Language, PhraseBook> READ = new EnumMap<>(Language.class);

    private final Language language;
    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private final Map<String, String> capitals = new HashMap<>();
    private final Map<String, String> lasts = new HashMap<>();
    private String[] endings = {""};
    private final SlipIndex slips;

    private PhraseBook(Language language) {
        this.language = language;
        for (Lines.Line line : Lines.of(language.code() + ".tsv")) {
            for (String phrase : line.left().split("\\|")) {
                add(phrase.strip(), line.right().equals(NOTHING) ? "" : line.right());
            }
        }
        for (ConceptNames.Named named : ConceptNames.of(language).all()) {
            for (String name : named.names()) {
                name(name, named.english());
            }
        }
        StudyNames.of(language).forEach(this::name);
        byFirst.values()
                .forEach(
                        all ->
                                all.sort(
                                        Comparator.comparingInt((Phrase p) -> p.keys().size())
                                                .reversed()));
        Set<String> words = new HashSet<>();
        byFirst.values().forEach(all -> all.forEach(p -> words.addAll(p.keys())));
        slips = new SlipIndex(words);
    }

    static PhraseBook of(Language language) {
        synchronized (READ) {
            return READ.computeIfAbsent(language, PhraseBook::new);
        }
    }

    /** "FA" and "PAS" in capitals are not the words "fa" and "pas". */
    private void name(String name, String english) {
        if (Words.like(name, "[A-Z0-9]{2,5}")) {
            capitals.putIfAbsent(name, english);
        }
        if (!Words.like(name, "[A-Z]{2}")) {
            add(name, english);
        }
    }

    private void add(String phrase, String english) {
        if (phrase.equals("*")) {
            endings = ("," + english).split(",");
        } else if (phrase.startsWith("~")) {
            for (String each : expanded(phrase.substring(1))) {
                lasts.putIfAbsent(Folded.of(each), english);
                lasts.putIfAbsent(Folded.of(Folded.withoutUmlauts(each)), english);
            }
        } else {
            for (String each : expanded(phrase)) {
                put(each, english);
                put(Folded.withoutUmlauts(each), english);
            }
        }
    }

    private List<String> expanded(String phrase) {
        int star = phrase.indexOf('*');
        if (star < 0) {
            return List.of(phrase);
        }
        List<String> all = new ArrayList<>();
        // "chronische*" has its stem without the e
        boolean e = language == Language.DE && star > 0 && phrase.charAt(star - 1) == 'e';
        int stem = e ? star - 1 : star;
        for (String ending : endings) {
            all.addAll(expanded(phrase.substring(0, stem) + ending + phrase.substring(star + 1)));
        }
        return all;
    }

    private void put(String phrase, String english) {
        List<String> keys = Pieces.of(phrase, language).stream().map(Piece::key).toList();
        if (keys.isEmpty()) {
            throw new IllegalStateException(language + " has an empty phrase for " + english);
        }
        List<Phrase> same = byFirst.computeIfAbsent(keys.get(0), k -> new ArrayList<>());
        if (same.stream().noneMatch(p -> p.keys().equals(keys))) { // the first line counts
            same.add(new Phrase(keys, english));
        }
    }

    /** The longest phrase that begins at piece {@code i}. */
    Optional<Match> at(List<Piece> pieces, int i) {
        for (Phrase p : byFirst.getOrDefault(pieces.get(i).key(), List.of())) {
            if (begins(p.keys(), pieces, i)) {
                return Optional.of(new Match(p.english(), p.keys().size()));
            }
        }
        return Optional.empty();
    }

    private static boolean begins(List<String> keys, List<Piece> pieces, int i) {
        if (i + keys.size() > pieces.size()) {
            return false;
        }
        for (int k = 1; k < keys.size(); k++) {
            if (!keys.get(k).equals(pieces.get(i + k).key())) {
                return false;
            }
        }
        return true;
    }

    /** The English of one word, if it has an entry of its own. */
    Optional<String> word(String key) {
        return byFirst.getOrDefault(key, List.of()).stream()
                .filter(p -> p.keys().size() == 1)
                .map(Phrase::english)
                .findFirst();
    }

    /** The word of the tables that was meant, if one letter of it was mistyped. */
    Optional<String> meant(String typed) {
        return slips.meant(typed);
    }

    /** The English of an abbreviation, exactly as it is written. */
    Optional<String> capitals(String written) {
        return Optional.ofNullable(capitals.get(written));
    }

    /** The English of the last part of compound words, such as "patienten". */
    Optional<String> last(String key) {
        return Optional.ofNullable(lasts.get(key));
    }
}
