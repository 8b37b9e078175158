<?php

declare(strict_types=1);

/** Claims, visits and samples, as a PHP programmer meets them. */
final class Claims
{
    private const LINE = 'professional 2024-07-15 F 45 | dx K63.5 | 45385 | 45378 $100';

    private static function reviews(Coding\Book $book): void
    {
        $review = $book->review(self::LINE);
        $fields = ['first' => new DateTimeImmutable('2024-07-15'), 'sex' => 'female', 'age' => 45,
            'diagnoses' => ['K63.5'], 'lines' => ['45385', ['code' => '45378', 'charge' => 10000]]];
        Harness::same(array_map('strval', $review->findings), array_map('strval', $book->review($fields)->findings));
        if (!in_array('ncci-ptp', $review->unasked, true)) {
            $first = $review->findings[0];
            Harness::same([10000, false], [$review->at_stake, $review->stands()]);
            Harness::same(['ncci-ptp', 2, 1, '45378'], [$first->rule, $first->number, $first->partner_number, $first->code]);
            $alone = $book->review(self::LINE, rules: ['ncci-ptp'], notes: false, money: false);
            Harness::same([['ncci-ptp'], 1], [$alone->asked, count($alone->findings)]);
        }
        Harness::throws(ValueError::class, 'no such ClaimRule', fn () => $book->review(self::LINE, ['none']));
        Harness::throws(Coding\Unreadable::class, 'no kind of claim', fn () => $book->review('nothing'));
    }

    private static function files(Coding\Book $book): void
    {
        $items = $book->reviewFile("claim,kind,first,sex,age,diagnoses,code,charge\n"
            . "A-1,professional,2024-07-15,F,45,K63.5,45385,\nA-1,,,,,,45378,100.00\n"
            . "A-2,no kind,2024-07-15,F,45,K63.5,45378,\n");
        $same = array_map('strval', $book->review(self::LINE)->findings);
        Harness::same(['A-1', $same], [$items[0]->id, array_map('strval', $items[0]->review->findings)]);
        Harness::same(['cell', 'kind', 4], [$items[1]->trouble, $items[1]->segment, $items[1]->number]);
    }

    private static function writing(): void
    {
        $line = ['code' => '45378', 'modifiers' => '59 XS', 'units' => 2, 'charge' => 85005, 'pointers' => [1, 'B'],
            'first' => '2024-07-16'];
        Harness::same('inpatient 2024-07-15..2024-07-18 M 0 id=A-1 | dx K63.5 E11.9/Y | pcs 0DTJ4ZZ@2024-07-16'
            . ' | 45378-59-XS x2 @2024-07-16 >1,B $850.05 | - rev=0450',
            Coding\claim(['kind' => 'inpatient', 'first' => '2024-07-15', 'last' => '2024-07-18', 'sex' => 'male',
                'age' => 0, 'id' => 'A-1', 'diagnoses' => ['K63.5', ['code' => 'E11.9', 'poa' => 'yes']],
                'procedures' => ['code' => '0DTJ4ZZ', 'on' => '2024-07-16'], 'lines' => [$line, ['revenue' => '0450']]]));
        foreach (['K63.5 | 45378', 'a b', 'a|', '', "a\tb", "a\nb", "a\0b"] as $value) {
            foreach ([['diagnoses' => [$value]], ['procedures' => [$value]], ['id' => $value], ['kind' => $value],
                ['lines' => [['code' => '1', 'ndc' => $value]]], ['first' => $value]] as $fields) {
                Harness::throws(ValueError::class, 'is one word', fn () => Coding\claim($fields));
            }
        }
        foreach ([['diagnoses' => ['K63.5/Y']], ['lines' => ['dx']], ['charge' => -1], ['charge' => 1.5],
            ['lines' => [['code' => '1', 'modifiers' => ['5-2']]]], ['last' => '2024-07-15'], ['colour' => 1]] as $fields) {
            Harness::throws(ValueError::class, '', fn () => Coding\claim($fields));
        }
    }

    private static function visits(Coding\Book $book): void
    {
        $fields = ['family' => 'office-established', 'billed' => '99215', 'minutes' => 38, 'stable_chronic' => 2,
            'risk' => 'moderate', 'historian' => false];
        $level = $book->visit($fields, '2024-07-15');
        Harness::same(['moderate', '99214', 'overcoded'], [$level->mdm, $level->code, $level->answer]);
        Harness::same('99214', $book->visit(Coding\visit($fields), on: '2024-07-15')->code);
        Harness::same('office-established', $book->visitFamily('99213', '2024-07-15'));
        $then = fn () => $book->visit('office-established minutes=20', 19900101);
        Harness::throws(Coding\NotInBook::class, '', $then);
    }

    private static function samples(Coding\Book $book): void
    {
        Harness::same([33, 56, 74, 86, 87], $book->sample(100, 5, 7));
        Harness::same([8, 12], $book->sampleStrata([[100, 3], [50, 9]], 20));
        $estimate = $book->estimate([0, 100, 50.5, 1e3], 100);
        Harness::same([28762.5, 4, 3], [$estimate->point, $estimate->sample, $estimate->found]);
        Harness::same(3500.0, $book->estimateStrata([[100, 5, 20, 4], [50, 5, 30, 9]])->point);
        Harness::same(213, Coding\sample_size(1000, 50, 5));
        Harness::same('NCCI procedure-to-procedure edits', Coding\claim_rule_title('ncci-ptp'));
    }

    public static function run(Coding\Book $book): void
    {
        Harness::test('a claim is reviewed by its line or its fields', fn () => self::reviews($book));
        Harness::test('a file is its claims and its trouble', fn () => self::files($book));
        Harness::test('a claim is written as its line, and nothing leaves its place', fn () => self::writing());
        Harness::test('the level of a visit is judged', fn () => self::visits($book));
        Harness::test('samples and estimates are those of their numbers', fn () => self::samples($book));
    }
}
