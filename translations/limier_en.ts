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
<context>
    <name>limier::ExportBar</name>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>%Ln row copied.</numerusform>
            <numerusform>%Ln rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1.</source>
        <translation>
            <numerusform>%Ln row exported to %1.</numerusform>
            <numerusform>%Ln rows exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::LogPage</name>
    <message numerus="yes">
        <source>%1 line(s) selected</source>
        <translation>
            <numerusform>%1 line selected</numerusform>
            <numerusform>%1 lines selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s) copied</source>
        <translation>
            <numerusform>%1 line copied</numerusform>
            <numerusform>%1 lines copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::MailPage</name>
    <message numerus="yes">
        <source>Only its first %1 lines are shown here; the log has %n more.</source>
        <translation>
            <numerusform>Only its first %1 lines are shown here; the log has %n more.</numerusform>
            <numerusform>Only its first %1 lines are shown here; the log has %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::MatrixView</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln network(s)</source>
        <translation>
            <numerusform>%1: %Ln network</numerusform>
            <numerusform>%1: %Ln networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln user(s)</source>
        <translation>
            <numerusform>%1: %Ln user</numerusform>
            <numerusform>%1: %Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sent from %Ln network(s)</source>
        <translation>
            <numerusform>sent from %Ln network</numerusform>
            <numerusform>sent from %Ln networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) sent from here</source>
        <translation>
            <numerusform>%Ln user sent from here</numerusform>
            <numerusform>%Ln users sent from here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::ProblemStrip</name>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 more</numerusform>
            <numerusform>%1 more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problem(s): not everything could be read.</source>
        <translation>
            <numerusform>%1 problem: not everything could be read.</numerusform>
            <numerusform>%1 problems: not everything could be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 remark(s) on the logs; nothing is missing.</source>
        <translation>
            <numerusform>%1 remark on the logs; nothing is missing.</numerusform>
            <numerusform>%1 remarks on the logs; nothing is missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::ProgressText</name>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::Recents</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::SearchBar</name>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s) are too long or too hard for this expression.</source>
        <translation>
            <numerusform>%1 line is too long or too hard for this expression.</numerusform>
            <numerusform>%1 lines are too long or too hard for this expression.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::SourceBar</name>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::StatusCard</name>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::TableTexts</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sender(s)</source>
        <translation>
            <numerusform>%Ln sender</numerusform>
            <numerusform>%Ln senders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln login(s)</source>
        <translation>
            <numerusform>%Ln login</numerusform>
            <numerusform>%Ln logins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejection(s)</source>
        <translation>
            <numerusform>%Ln rejection</numerusform>
            <numerusform>%Ln rejections</numerusform>
        </translation>
    </message>
</context>
</TS>
