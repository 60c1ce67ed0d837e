package org.anamnesis.converse;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.problem.RequestException;

/**
 * What a message says of whose people the conversation is about: "use the model icu.model", "go
 * back to the US population".
 *
 * @param file of the model; empty: the built-in population
 */
record ModelSwitch(Optional<Path> file) {
    private static final String FILE = "[\"'“„«]?(?<file>[^\"'”“»]+?)[\"'”“»]?";

    private static final List<Pattern> MODEL =
            List.of(
                    whole(
                            "(?:please |now )*(?:use|take|load|switch to|change to|go (?:on|over) to|talk about|work with)"
                                    + " (?:the |my )?(?:learned )?model (?:file |in |from )?"
                                    + FILE
                                    + "(?: (?:now|instead|please))*"),
                    whole(
                            "(?:bitte |jetzt )*(?:nimm|verwende|benutze|lade|wechsle zu[mr]?) (?:das |dem )?modell (?:datei )?"
                                    + FILE
                                    + "(?: bitte| stattdessen)*"),
                    whole("(?:usa|utiliza|carga) (?:el )?modelo " + FILE),
                    whole("(?:utilise[rz]?|prends|charge) (?:le )?modèle " + FILE),
                    whole("(?:请)?(?:使用|用|改用|换成)模型\\s*" + FILE));

    private static final List<Pattern> POPULATION =
            List.of(
                    whole(
                            "(?:please |now )*(?:go back|switch back|switch|return|change back|back|use|take)(?: to)?"
                                    + " (?:the )?(?:us|u\\.s\\.|usa|american|built-in|builtin|reference|normal|usual|program's(?: own)?)"
                                    + " (?:population|people|census|data)(?: again| instead| please| now)*"),
                    whole(
                            "(?:please )?(?:forget|leave|drop|stop using|close|no longer use|without) (?:the |this |my )?(?:learned )?model(?: again| please| now)*"),
                    whole(
                            "(?:bitte )?(?:zurück zu[rm]?|nimm wieder|verwende wieder)(?: die| der)? (?:us-?|amerikanischen? |eingebauten? )(?:bevölkerung|population)"),
                    whole(
                            "(?:vuelve|volver|regresa) a la población (?:de ee\\. ?uu\\.|de estados unidos|incorporada)"),
                    whole(
                            "(?:reviens|revenir|retourne) à la population (?:américaine|des états-unis|intégrée)"),
                    whole("(?:回到|返回|改回)(?:美国|内置)人[口群]"));

    private static Pattern whole(String words) {
        return Pattern.compile("(?is)\\s*" + words + "\\s*[.!。]?\\s*", Pattern.UNICODE_CASE);
    }

    /**
     * @param now the model that the conversation is about
     * @param files that may be named
     * @return empty if the message says nothing of the kind: "use the GAN model" names no file
     */
    static Optional<ModelSwitch> of(String message, Optional<UsedModel> now, NamedFiles files) {
        if (now.isPresent() && POPULATION.stream().anyMatch(p -> p.matcher(message).matches())) {
            return Optional.of(new ModelSwitch(Optional.empty()));
        }
        return MODEL.stream()
                .map(p -> p.matcher(message))
                .filter(Matcher::matches)
                .map(m -> m.group("file").strip())
                .filter(f -> f.matches("(?s).*[./\\\\].*") || there(f, files))
                .findFirst()
                .map(f -> new ModelSwitch(Optional.of(path(f))));
    }

    private static boolean there(String name, NamedFiles files) {
        try {
            return Files.isRegularFile(files.find(path(name)));
        } catch (RequestException none) { // then it is a word like any other
            return false;
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) { // a character that no file name has
            throw PeopleDesk.absent(name);
        }
    }
}
