package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/**
 * Shares without a number: "most of them should be women", "a few have CKD" are asked back; "all
 * but 10 %" is a share said the other way round.
 */
final class VagueAmounts {
    private static final List<Integer> MOST = List.of(75, 60, 90);
    private static final List<Integer> FEW = List.of(10, 5, 20);
    private static final List<Integer> MANY = List.of(50, 40, 60);
    private static final List<Integer> NEARLY_ALL = List.of(95, 90, 98);
    private static final List<Integer> HARDLY_ANY = List.of(5, 2, 10);
    private static final List<Integer> GAPS = List.of(5, 2, 10);
    private static final List<Integer> OUTLIERS = List.of(1, 2, 5);
    private static final String LITTLE =
            "(?:some|a few|a bit of|a little|occasional|sporadic|realistic|random|several|a couple of|a handful of)";
    private static final String ADVERB = "mostly|mainly|predominantly|largely|primarily|chiefly";

    private static final String THEM =
            " (?:of )?(?:them|the patients|these|those|the people|the group|the cohort|patients|people)";
    private static final String NEXT =
            "(?= (?:should|must|shall|are|have|has|take|takes|be|on|smoke|ought|need|to be|with)\\b)";

    private static final String WHO =
            "(?= (?:current |former |never |ex-?)?(?:smokers|women|men|females|males|uninsured|insured|diabetics)\\b)";

    /** The longest first; each a pattern of words from here on. */
    private static final Map<String, List<Integer>> AMOUNTS =
            Map.ofEntries(
                    Map.entry(
                            "(?:nearly|almost|virtually|practically) (?:all|everyone|everybody)(?:"
                                    + THEM
                                    + ")?",
                            NEARLY_ALL),
                    Map.entry("(?:the )?vast majority(?:" + THEM + ")?", NEARLY_ALL),
                    Map.entry(
                            "(?:hardly|barely|scarcely) (?:any|anyone|anybody)(?:"
                                    + THEM
                                    + ")?|(?:nearly|almost|virtually|practically) (?:none|nobody|no)(?:"
                                    + THEM
                                    + ")?|very few(?:(?:"
                                    + THEM
                                    + ")?"
                                    + NEXT
                                    + "|"
                                    + WHO
                                    + ")",
                            HARDLY_ANY),
                    Map.entry(
                            "most" + THEM + "|most" + NEXT + "|(?:the|a) majority(?:" + THEM + ")?",
                            MOST),
                    Map.entry("(?:" + ADVERB + ")(?! (?:from|in|of|with|at|for|by)\\b)", MOST),
                    Map.entry(
                            "(?:a few|some|only a few|just a few|a handful|a small number|a minority)(?: of (?:them|the patients|these|those|the people|people|patients))"
                                    + "|a (?:handful|minority|small number)(?= (?:with|on|of)\\b)"
                                    + "|(?:a few|some)"
                                    + NEXT,
                            FEW),
                    Map.entry(LITTLE + "(?= (?:missing|gaps?|blanks?)\\b)", GAPS),
                    Map.entry(LITTLE + "(?= outliers?\\b)", OUTLIERS),
                    Map.entry(
                            "over-?sampl(?:e|es|ed|ing)|enrich(?:ed|ing)?(?: for| with| in)?"
                                    + "|over-?represent(?:ed|ing)?",
                            MANY),
                    Map.entry("(?:quite a few|many|lots of|plenty of|a lot of)" + WHO, MANY),
                    Map.entry("(?:a few|some|several|a couple of)" + WHO, FEW),
                    Map.entry(
                            "(?:quite a few|many|a lot|lots|plenty) of (?:them|the patients|these|those)|(?:many|quite a few)"
                                    + NEXT,
                            MANY));

    /** Words with which one of the patterns can begin. */
    private static final Set<String> FIRST =
            Set.of(
                    ("nearly almost virtually practically the vast hardly barely scarcely quite very most a majority mostly"
                                    + " mainly predominantly largely primarily chiefly some only just"
                                    + " many lots plenty several occasional sporadic realistic random oversample"
                                    + " oversamples oversampled oversampling over-sample over-sampled over-sampling enrich enriched enriching"
                                    + " overrepresent overrepresented overrepresenting")
                            .split(" "));

    private record Amount(Pattern pattern, List<Integer> percents) {}

    private static final List<Amount> PATTERNS =
            AMOUNTS.entrySet().stream()
                    .map(e -> new Amount(Pattern.compile("^(?:" + e.getKey() + ")"), e.getValue()))
                    .toList();

    private VagueAmounts() {}

    private record Said(int from, int to, List<Integer> percents) {}

    /**
     * The reading with a share in the place of such words; empty if there are none, or if they say
     * nothing of a share.
     *
     * @param reader of what is left, which may hold further such words
     */
    static Optional<Reading> over(
            Sentence s, Vocabulary vocabulary, Function<Sentence, Reading> reader) {
        for (int i = 0; i < s.size(); i++) {
            Optional<Reading> but = allBut(s, i, vocabulary, reader);
            Optional<Said> said = said(s, i);
            Optional<Reading> read =
                    but.isPresent()
                            ? but
                            : said.flatMap(x -> exactly(s, x, vocabulary, reader))
                                    .or(() -> said.flatMap(x -> asked(s, x, vocabulary, reader)));
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** "everyone except 10 %", "all but 10 %". */
    private static Optional<Reading> allBut(
            Sentence s, int i, Vocabulary vocabulary, Function<Sentence, Reading> reader) {
        boolean all = s.like(i, "all|everyone|everybody");
        boolean but = s.like(i + 1, "but|except|bar|without|save");
        boolean percent = s.at(i + 2).number() && s.like(i + 3, "%|percent");
        double out = percent ? s.at(i + 2).doubleValue() : 100;
        if (!all || !but || out >= 100 || out < 0) {
            return Optional.empty();
        }
        String share = number(100 - out) + " %";
        Sentence plain = s.exchanged(List.of(new Exchange(i, i + 4, share)), vocabulary);
        Reading read = reader.apply(plain);
        return read instanceof Reading.Understood ? Optional.of(read) : Optional.empty();
    }

    private static Optional<Said> said(Sentence s, int i) {
        if (!FIRST.contains(s.word(i)) || s.like(i - 1, "as|how|so|too|not|no")) {
            return Optional.empty();
        }
        StringBuilder rest = new StringBuilder();
        for (int k = i; k < Math.min(s.size(), i + 8); k++) {
            rest.append(k == i ? "" : " ").append(s.word(k));
        }
        for (Amount amount : PATTERNS) {
            Matcher m = amount.pattern().matcher(rest);
            if (m.find() && !m.group().isBlank()) {
                int words = m.group().strip().split(" ").length;
                return Optional.of(new Said(i, i + words, amount.percents()));
            }
        }
        return Optional.empty();
    }

    /** "a few should be hypokalaemic, say 10 %": the share is said behind. */
    private static Optional<Reading> exactly(
            Sentence s, Said said, Vocabulary vocabulary, Function<Sentence, Reading> reader) {
        for (int i = said.to(); i + 2 < s.size(); i++) {
            boolean lead = s.like(i, "say|about|around|roughly|perhaps|maybe|like|approximately");
            boolean percent = s.at(i + 1).number() && s.like(i + 2, "%|percent");
            if (lead && percent && s.like(i - 1, "[,;(–—-]")) {
                String share = number(s.at(i + 1).doubleValue()) + " %";
                Sentence plain =
                        s.exchanged(
                                List.of(
                                        new Exchange(said.from(), said.to(), share),
                                        new Exchange(i, i + 3, "")),
                                vocabulary);
                return Optional.of(reader.apply(plain))
                        .filter(r -> r instanceof Reading.Understood);
            }
        }
        return Optional.empty();
    }

    private static Optional<Reading> asked(
            Sentence s, Said said, Vocabulary vocabulary, Function<Sentence, Reading> reader) {
        int usual = said.percents().get(0);
        boolean them = s.like(said.to() - 1, "them|patients|these|those|people|group|cohort");
        String english = usual + " %" + (them ? " of them" : "");
        Sentence plain =
                s.exchanged(List.of(new Exchange(said.from(), said.to(), english)), vocabulary);
        if (!(reader.apply(plain) instanceof Reading.Understood u)) {
            return Optional.empty();
        }
        String vague = s.quote(said.from(), said.to());
        List<Reading.Quoted> beside = // two such words may have the same percentage
                u.edits().stream().filter(q -> q.quote().contains(vague)).toList();
        return (beside.isEmpty() ? u.edits() : beside)
                .stream()
                        .flatMap(q -> amount(q.edit(), usual).stream())
                        .findFirst()
                        .map(of -> asking(u, of, vague, said.percents()));
    }

    /** The edit with another percentage, if it has this one. */
    private static Optional<IntFunction<Edit>> amount(Edit edit, int percent) {
        if (edit instanceof Edit.AddConstraint c
                && c.constraint() instanceof Constraint.Share share
                && share.percent() == percent) {
            return Optional.of(
                    p -> new Edit.AddConstraint(new Constraint.Share(share.criterion(), p)));
        }
        if (edit instanceof Edit.AddOverwrite w
                && w.overwrite() instanceof Overwrite.Missing m
                && m.percent() == percent) {
            return Optional.of(
                    p ->
                            new Edit.AddOverwrite(
                                    new Overwrite.Missing(m.observation(), p, m.more())));
        }
        return edit instanceof Edit.AddOverwrite w
                        && w.overwrite() instanceof Overwrite.Outliers o
                        && o.percent() == percent
                ? Optional.of(
                        p -> new Edit.AddOverwrite(new Overwrite.Outliers(o.observation(), p)))
                : Optional.empty();
    }

    private static Reading asking(
            Reading.Understood u, IntFunction<Edit> of, String quote, List<Integer> percents) {
        List<Clarification.Choice> choices = new ArrayList<>();
        for (int percent : percents) {
            Edit edit = of.apply(percent);
            String assumption = "\"%s\" is taken as %d %%.".formatted(quote, percent);
            choices.add(new Clarification.Choice(percent + " %", List.of(edit), assumption));
        }
        var question = new Clarification(quote, "How large a share is meant?", choices);
        List<Clarification> questions = new ArrayList<>(u.questions());
        questions.add(0, question);
        List<String> assumed = new ArrayList<>(u.assumptions());
        assumed.add(question.usual().assumption());
        return new Reading.Understood(u.edits(), assumed, u.ignored(), questions, u.links());
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.valueOf(Math.round(value * 1000) / 1000.0);
    }
}
