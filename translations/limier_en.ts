<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ErrorSentences</name>
    <message numerus="yes">
        <source>%2 line(s) of %1, from line %3 on, were too long and were cut. Check whether the file is damaged.</source>
        <translation>
            <numerusform>%2 line of %1, line %3, was too long and was cut. Check whether the file is damaged.</numerusform>
            <numerusform>%2 lines of %1, from line %3 on, were too long and were cut. Check whether the file is damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 line(s) of %1 stand in other files as well; they were counted once. Nothing needs to be done.</source>
        <translation>
            <numerusform>%2 line of %1 stands in another file as well; it was counted once. Nothing needs to be done.</numerusform>
            <numerusform>%2 lines of %1 stand in other files as well; they were counted once. Nothing needs to be done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkdownReport</name>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 more</numerusform>
            <numerusform>%1 more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message numerus="yes">
        <source>%1 more problem(s): the report lists them.</source>
        <translation>
            <numerusform>%1 more problem: the report lists it.</numerusform>
            <numerusform>%1 more problems: the report lists them.</numerusform>
        </translation>
    </message>
</context>
</TS>
