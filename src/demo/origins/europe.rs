//! Names of Europe and the Caucasus.

super::origins! {
    LT 9 "lt+ru" Family:
        "Tomas, Mantas, Žygimantas, Vytautas, Jonas, Šarūnas, Algirdas, Kęstutis, Darius, Ąžuolas, Giedrius, \
            Rokas";
        "Rūta, Eglė, Živilė, Jūratė, Daiva";
        "Kazlauskas/Kazlauskienė, Žukauskas/Žukauskaitė, Šimkus/Šimkutė, Stankevičius/Stankevičienė, \
            Grigas/Grigienė, Čepulis/Čepulytė, Bružas/Bružienė, Vaičiūnas/Vaičiūnaitė, Juškevičius/Juškevičiūtė, \
            Žąsinas/Žąsinienė".
    PL 9 "pl" Family:
        "Łukasz, Paweł, Michał, Stanisław, Krzysztof, Grzegorz, Wojciech, Rafał, Sławomir, Jędrzej, Bożydar, \
            Szymon";
        "Małgorzata, Bożena, Agnieszka, Elżbieta";
        "Wiśniewski/Wiśniewska, Wójcik, Dąbrowski/Dąbrowska, Kamiński/Kamińska, Szczęsny/Szczęsna, Zając, \
            Gołębiowski/Gołębiowska, Różański/Różańska, Ździebło, Krawczyk, Błaszczyk, Pietrzak".
    RO 8 "ro+it" Family:
        "Ștefan, Ionuț, Mihăiță, Răzvan, Cătălin, Gheorghe, Vasile, Florin, Dănuț, Sorin, Bogdan, Călin";
        "Ștefania, Mălina, Ileana, Brândușa";
        "Popescu, Ionescu, Țurcanu, Bălan, Stănescu, Văcărescu, Șerban, Mureșan, Câmpeanu, Pârvu, Ciobănașu, \
            Lăcătuș".
    LV 3 "lv ru+ru" Family:
        "Jānis, Andris, Kārlis, Mārtiņš, Ģirts, Pēteris, Ēriks, Uldis, Ņikita, Kaspars";
        "Līga, Ilze, Kristīne, Žanete";
        "Bērziņš/Bērziņa, Kalniņš/Kalniņa, Ķēniņš/Ķēniņa, Ļaksa, Šķēle, Ozoliņš/Ozoliņa, Žagars/Žagare, \
            Grīnbergs/Grīnberga, Vītols/Vītola".
    EE 2 "et ru+fi" Family:
        "Jüri, Tõnu, Märt, Ülo, Mihkel, Ott, Rasmus, Väino, Sergei";
        "Ülle, Õie, Kärt";
        "Tamm, Mägi, Põder, Kõiv, Jõgi, Pärn, Õunapuu, Rüütel, Šults".
    SE 2 "sv" Family:
        "Åke, Göran, Björn, Sören, Håkan, Jörgen, Linus, Nils-Åke";
        "Åsa, Märta, Malin";
        "Öberg, Sjögren, Åkesson, Lindström, Ängquist, Bäckström, von Essen".
    DK 2 "da" Family:
        "Søren, Jørgen, Bjørn, Åge, Mikkel, Esbjørn, Troels";
        "Åse, Bodil, Kirsten, Karen-Sofie";
        "Sørensen, Østergaard, Kjær, Ærø, Nørgaard, Bøgh, Ågård, Møller-Præst".
    NO 1 "nb" Family:
        "Øystein, Håkon, Pål, Kåre, Åsmund, Torbjørn";
        "Åshild, Bjørg, Sølvi";
        "Ødegård, Åsheim, Sæther, Bråten, Løkås, Grønnæss".
    FI 1 "fi fi se+sv" Family:
        "Väinö, Yrjö, Jyrki, Áilu, Niilas, Veikko";
        "Päivi, Änne, Elle-Máret";
        "Hämäläinen, Määttänen, Pöyhönen, Lämsä, Sámmol, Näkkäläjärvi".
    IS 1 "is" Family:
        "Þórður, Guðmundur, Sæþór, Ægir, Jón, Hróðmar, Ísleifur, Þröstur";
        "Þórdís, Guðrún, Sigríður, Ásta";
        "Jónsson/Jónsdóttir, Þorláksson/Þorláksdóttir, Sigurðsson/Sigurðardóttir, Bjarnason/Bjarnadóttir, \
            Eiríksson/Eiríksdóttir, Ægisson/Ægisdóttir".
    DE 2 "de tr" Family:
        "Jürgen, Götz, Björn, Hans-Jürg, Lutz, Sören";
        "Käthe, Bärbel, Jördis";
        "Müller, Großmann, Weiß, Schäfer, Krüger-Löwe, Böttcher, von der Mühlen".
    NL 2 "nl ar+de" Family:
        "Daniël, Maarten, Joël, Sjoerd, Jurriën, Mohamed";
        "Anaïs, Loïs, Femke";
        "van der Berg, de Groot, Çelik, 't Hart, El Khattabi, van ’t Veer, Noël".
    FR 2 "fr ar" Family:
        "François, Jérôme, Loïc, Théo, Benoît, Jean-Noël, Karim, Gaël";
        "Hélène, Zoé, Maëlle, Marie-Ève";
        "Lefèvre, Lecœur, Gauthier, Châtel, D’Aubigné, Ménard, Garçonnet, Benaïssa, Châtelain".
    GB 2 "en" Family:
        "Callum, Dwayne, Siôn, Rhys, Jermaine, Ieuan";
        "Siân, Zoë, Leanne";
        "O’Connor, MacÀidh, Llŷr-Davies, Okafor-Smith, Featherstonehaugh, Gruffydd, Patel".
    IE 1 "en ga" Family:
        "Seán, Ciarán, Pádraig, Tadhg, Oisín";
        "Sinéad, Róisín, Áine";
        "Ó Murchú/Ní Mhurchú, O’Sullivan, Mac Giolla Phádraig, Ó Súilleabháin/Ní Shúilleabháin, Breathnach".
    ES 3 "es ca+ca" Two:
        "José María, Álvaro, Iñigo, Ángel, Jesús, Borja, Jordi, Agustín";
        "Begoña, María José, Nuria, Inés";
        "Núñez, García, Muñoz, Ibáñez, Peña, Güell, Fernández, Solà, Vázquez".
    PT 2 "pt+es" Two:
        "João, Simão, Gonçalo, Estêvão, Tomé, Luís";
        "Conceição, Inês, Lídia";
        "Gonçalves, Magalhães, da Conceição, Simões, Araújo, Brandão, Lourenço".
    IT 2 "it" Family:
        "Niccolò, Salvatore, Calogero, Gianluca, Giosuè, Mosè";
        "Noemi, Lucìa, Chiara";
        "D’Angelo, Dell’Orto, Falcò, De Santis, Nardò, Cantù, Esposito".
    MT 1 "mt en+it" Family:
        "Ġorġ, Ġużeppi, Mikiel, Żeppi, Karmenu";
        "Ġiża, Marija, Ċensa";
        "Ħaber, Żammit, Buħaġiar, Ċassar, Abela, Għarb".
    HU 2 "hu+de" Family:
        "László, Győző, Jenő, Ernő, Gergő, Zoltán, Béla, Csaba, Áron";
        "Erzsébet, Gyöngyi, Tünde, Réka";
        "Kovács, Szőke, Erdős, Petőházi, Tóth, Fűzfa, Gyűrűs, Nagy, Hegedűs, Bőde".
    CZ 2 "cs+sk" Family:
        "Jiří, Ondřej, Řehoř, Tomáš, Zdeněk, Matěj, Bořivoj, Vojtěch";
        "Jiřina, Božena, Anežka";
        "Dvořák/Dvořáková, Příhoda/Příhodová, Němec/Němcová, Růžička/Růžičková, Šťastný/Šťastná, Ďurďa/Ďurďová, \
            Kříž/Křížová, Čížek/Čížková".
    SK 1 "sk hu+cs" Family:
        "Ľubomír, Ľuboš, Matúš, Tomáš, Dušan, Maroš";
        "Ľudmila, Žofia, Zuzana";
        "Kováč/Kováčová, Hlaváč/Hlaváčová, Ďurica/Ďuricová, Hrdlička/Hrdličková, Vŕba/Vŕbová, Kôň/Kôňová, \
            Ťažký/Ťažká".
    SI 1 "sl+hr" Family:
        "Matjaž, Žiga, Aleš, Boštjan, Uroš, Janez";
        "Špela, Živa, Maša";
        "Novak, Kovačič, Žagar, Hočevar, Božič, Krašovec".
    HR 2 "hr+de" Family:
        "Željko, Hrvoje, Tihomir, Krešimir, Siniša, Đuro";
        "Željka, Ružica, Mirjana";
        "Horvat, Kovačević, Đurić, Šarić, Župan, Ćosić, Perišić".
    RS 3 "sr+de" Family:
        "Đorđe, Miloš, Nebojša, Saša, Slaviša, Uroš, Živojin, Ljubiša";
        "Ana, Svetlana, Đurđica, Snežana";
        "Petrović, Đorđević, Stojković, Živković, Šešelj, Ćirić, Božović, Nikčević".
    BA 2 "bs sr hr+de" Family:
        "Emir, Senad, Haris, Đemal, Nedžad, Željko";
        "Amra, Šejla, Nadža";
        "Hadžić, Begović, Đozić, Šabanović, Ćatić, Kovačević, Imširović".
    MK 1 "mk sq+sr" Family:
        "Gjorgji, Kočo, Trajče, Blagoj, Arbën";
        "Slavica, Snežana, Valbona";
        "Trajkovski/Trajkovska, Dimovski/Dimovska, Kočovski/Kočovska, Šaqiri, Ristovski/Ristovska".
    AL 5 "sq+it el" Family:
        "Agron, Përparim, Luan, Besnik, Ylli, Çlirim, Skënder, Gëzim, Fatos";
        "Çeljeta, Vjollca, Gëzime";
        "Hoxha, Çela, Gjonaj, Përmeti, Dervishi, Kërçova, Meçe, Shkëmbi, Kaçeli, Xhaçka".
    BG 2 "bg tr+ru" Family:
        "Georgi, Dimitar, Hristo, Plamen, Krasimir, Asen, Yordan";
        "Tsvetelina, Boryana, Vesela";
        "Ivanov/Ivanova, Dimitrov/Dimitrova, Kolev/Koleva, Hadzhiev/Hadzhieva, Stoyanov/Stoyanova";
        written "Георги/Стоянов, Красимир/Димитров".
    GR 1 "el" Family:
        "Giórgos, Níkos, Vasílis, Sotíris, Panagiótis";
        "Eléni, María, Déspina";
        "Papadópoulos/Papadopoúlou, Nikolaḯdis/Nikolaḯdou, Pappás/Pappá, Karrás/Karrá";
        written "Σωτήρης/Παπαδόπουλος".
    UA 4 "uk ru+ru pl" Family:
        "Oleksandr, Volodymyr, Andrii, Taras, Mykhailo, Ihor, Yevhenii";
        "Olena, Nataliia, Oksana";
        "Shevchenko, Kovalenko, Bondarenko, Tkachuk, Melnyk, Chornovil, Zelinskyi/Zelinska, Lukianchuk";
        written "Тарас/Шевчук".
    RU 3 "ru+uk" Family:
        "Sergey, Dmitriy, Aleksey, Artyom, Fyodor, Vyacheslav, Pyotr";
        "Tatyana, Yekaterina, Lyubov";
        "Ivanov/Ivanova, Smirnov/Smirnova, Kuznetsov/Kuznetsova, Vasilyev/Vasilyeva, Solovyov/Solovyova, \
            Shcherbakov/Shcherbakova".
    MD 1 "ro ru+ru" Family:
        "Ion, Vitalie, Tudor, Grigore, Veaceslav";
        "Ludmila, Angela, Sânziana";
        "Rusu, Țurcan, Ciobanu, Munteanu, Găină, Ceban".
    GE 3 "ka+ru" Family:
        "Giorgi, Davit, Levan, Zurab, Irakli, Vakhtang";
        "Nino, Tamar, Ketevan";
        "Beridze, Kapanadze, Gelashvili, Maisuradze, Lomidze, Ts’iklauri, Tsertsvadze";
        written "გიორგი/ბერიძე, ლევანი/მაისურაძე".
    AM 1 "hy+ru" Family:
        "Armen, Hayk, Tigran, Gevorg, Vardan";
        "Anahit, Siranush";
        "Harutyunyan, Petrosyan, Ghazaryan, Ter-Grigoryan, Mkrtchyan".
    AZ 1 "az+ru tr" Family:
        "Əli, Elçin, Rəşad, Vüqar, Tərlan, Şahin";
        "Günel, Aygün, Çinarə";
        "Əliyev/Əliyeva, Məmmədov/Məmmədova, Hüseynov/Hüseynova, Qasımov/Qasımova, Cəfərov/Cəfərova".
    TR 4 "tr tr ku+de" Family:
        "İbrahim, Işık, Çağrı, Oğuz, Ümit, Şükrü, Özgür, Uğur, Yiğit, Rıza";
        "Gülşen, Ayşegül, Nurgül, Işıl";
        "Yılmaz, Çelik, Şahin, Öztürk, Işık, Kılıç, Güneş, Doğan, İnönü, Sarıoğlu, Çığ".
}
