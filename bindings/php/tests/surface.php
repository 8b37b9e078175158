<?php

declare(strict_types=1);

/** Nothing of the surface is forgotten; what has another name here is told. */
final class Surface
{
    private const RENAMED = [
        'read' => 'parse', 'search_complete' => 'completeWords', 'system_blocks' => 'allBlocks',
        'edition_count' => 'editions', 'edition' => 'editions', 'origin_count' => 'origins', 'origin' => 'origins',
        'section_count' => 'sections', 'section' => 'sections',
    ];

    private static function isThere(string $kind, string $name, array $fields): bool
    {
        $camel = lcfirst(str_replace('_', '', ucwords($name, '_')));
        return match ($kind) {
            'function' => function_exists("coding_$name"),
            'method' => method_exists(Coding\Book::class, self::RENAMED[$name] ?? $camel),
            'record' => array_column((new ReflectionClass("Coding\\$name"))->getProperties(), 'name') === $fields,
        };
    }

    public static function run(string $path): void
    {
        Harness::test('the library\'s functions, methods and records are all here', function () use ($path) {
            $counted = ['function' => 0, 'method' => 0, 'record' => 0];
            foreach (file($path, FILE_IGNORE_NEW_LINES) as $line) {
                [$kind, $name, $fields] = [...explode(' ', $line, 3), ''];
                Harness::holds(self::isThere($kind, $name, $fields === '' ? [] : explode(' ', $fields)), "$kind $name");
                $counted[$kind]++;
            }
            Harness::holds($counted['function'] >= 20 && $counted['method'] >= 40 && $counted['record'] >= 20);
        });
    }
}
