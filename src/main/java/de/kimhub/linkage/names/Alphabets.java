package de.kimhub.linkage.names;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The alphabets whose sounds are compared. Letters of other languages stand for those whose sound is nearest. */
final class Alphabets {

    static final Alphabet LATIN = new Alphabet(IntStream.rangeClosed('a', 'z')
            .mapToObj(letter -> (char) letter + "=" + (char) letter).collect(Collectors.joining(" ")) + """
             tsch=ch dsch=dj sch=sh tch=ch tsh=ch dzh=dj sh=sh sz=sz ch=ch cz=ch ck=k ts=ts tz=ts th=th dj=dj dz=dz dt=t
             dh=dh kh=kh x<#=kh ks>!h=ks gh=gh zh=zh zs=zh ph=f wh=w rh=r ue>!Y=ue oe>!Y=oe ae>!Y=ae
             eau=eau ou=ou oo=oo ee=ee ea>!#=ea ie=ie ai=ai ay>!Y=ai aj>!Y=ai ei=ei ey>!Y=ei ej>!Y=ei
             au>!V=au aw>!Y=au ow>!Y=ow eu=eu ew>!Y=eu oi=oi oy>!Y=oi oj>!Y=oi oa=oa ui=ui
             qu>aeiy=qu gn=gn ng>#=ng gu>ei=gu g>eiy=ge c>eiy=ce e>#=mutee a>#=aend o>#=oend i>#=iend y>#=iend u>#=uend
             y>V=yc h<Y>!Y=muteh s<V>V=sv""",
            Set.of("a e i o u y ue oe ae eau ou oo ee ea ie ai ei au ow eu oi oa ui mutee aend oend iend uend".split(" ")));

    static final Alphabet ARABIC = new Alphabet("""
            ا<#=alif0 ا=alif ا>#=alifend أ=alifhamza إ=alifbelow آ=madda ٱ=alif ء=hamza ؤ=wawhamza ئ=yahamza ئ<#=carrier
            ى=maqsura ة=marbuta ۃ=marbuta ب=ba ت=ta ث=tha ج=jim ح=hha خ=kha د=dal ذ=dhal ر=ra ز=zay س=sin ش=shin ص=sad ض=dad
            ط=tta ظ=zza ع=ain ع<#=ain0 غ=ghain ف=fa ق=qaf ك=kaf ل=lam م=mim ن=nun ه=ha ه>#=haend
            و=waw و<#=waw0 ي=ya ي<#=ya0 ي>#=yaend پ=pe چ=che ژ=zhe گ=gaf ڤ=ve ۋ=ve ڥ=ve ڢ=fa ڨ=gaf ګ=gaf
            ک=kaf ی=ya ی<#=ya0 ی>#=yaend ې=ya ۍ=ya ے=yaend ۀ=haend ھ=ha ہ=ha ہ>#=haend ۂ=haend
            ە=e ۆ=o ێ=ee ڵ=lam ڕ=ra ۊ=waw ۇ=waw ٹ=ta ڈ=dal ڑ=ra ں=nun ټ=ta ډ=dal ړ=ra ڼ=nun ښ=shin ږ=zhe ځ=zay څ=sin
            كس=kafsin تش=tashin دج=daljim تس=tasin وو=wawwaw""",
            Set.of("alif0 alif alifend alifhamza alifbelow madda maqsura marbuta waw ya yaend wawwaw e o ee".split(" ")));

    static final Alphabet CYRILLIC = new Alphabet("""
            а=a б=be в=ve г=ge ґ=ghe д=de е=ie е<#A=ye е<йьъ=ye є=ye ё=yo ж=zhe з=ze и=i і=dotted ї=yi й=short к=ka л=el м=em
            н=en о=o п=pe р=er с=es т=te у=u у<#>A=w у<A>A=w ф=ef х=kha ц=tse ч=che ш=sha щ=shcha ъ=hard ы=yery ь=soft э=e ю=yu
            я=ya дж=dzh кс=ks йе=ye йо=yo тс=tse тш=che тч=che ей=eshort эй=eshort ай=ashort ау=au оу=ou""",
            Set.of("a ie ye yo i dotted yi o u yery e yu ya eshort ashort au ou".split(" ")));

    private Alphabets() {
    }
}
